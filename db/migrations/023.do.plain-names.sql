-- The two tables take the names that the code uses: a session is transferred to another device, a post is pending.
alter table auth.hand_overs rename to session_transfers;
alter table auth.session_transfers rename constraint hand_overs_pkey to session_transfers_pkey;
alter table auth.session_transfers rename constraint hand_overs_session_fkey to session_transfers_session_fkey;
alter table auth.session_transfers rename constraint hand_overs_user_id_fkey to session_transfers_user_id_fkey;
alter table auth.session_transfers rename constraint hand_overs_link_hash_key to session_transfers_link_hash_key;
alter table auth.session_transfers rename constraint hand_overs_code_hash_key to session_transfers_code_hash_key;
alter table auth.session_transfers rename constraint hand_overs_hashes_hashed to session_transfers_hashes_hashed;
alter table auth.session_transfers rename constraint hand_overs_used_by_length to session_transfers_used_by_length;
alter index auth.hand_overs_user_id_idx rename to session_transfers_user_id_idx;
alter index auth.hand_overs_expires_at_idx rename to session_transfers_expires_at_idx;

alter table auth.parked_posts rename to pending_posts;
alter table auth.pending_posts rename constraint parked_posts_pkey to pending_posts_pkey;
alter table auth.pending_posts rename constraint parked_posts_hash_hashed to pending_posts_hash_hashed;
alter table auth.pending_posts rename constraint parked_posts_path_length to pending_posts_path_length;
alter table auth.pending_posts rename constraint parked_posts_fields_size to pending_posts_fields_size;
alter index auth.parked_posts_expires_at_idx rename to pending_posts_expires_at_idx;
