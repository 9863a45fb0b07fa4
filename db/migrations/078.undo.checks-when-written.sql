alter table public.salons reset (fillfactor);
drop trigger salons_check_words on public.salons;
drop function public.check_salon_words();
alter table public.salons
  add constraint salons_name_length check (char_length(name) between 3 and 80),
  add constraint salons_description_length check (char_length(description) <= 1000),
  add constraint salons_category_known check (category in (
    'jardin', 'cuisine', 'voyages', 'lecture', 'sante', 'numerique', 'famille',
    'musique', 'marche', 'bricolage', 'jeux', 'histoire', 'autres'
  )),
  add constraint salons_city_length check (char_length(city) between 1 and 80),
  add constraint salons_avatar_url_length check (char_length(avatar_url) <= 300),
  add constraint salons_picture_is_ours check (avatar_url ~ '^/fichiers/[a-z0-9./-]+$'),
  add constraint salons_color_theme_hex check (color_theme ~ '^#[0-9A-Fa-f]{6}$'),
  add constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2,3})?$'),
  add constraint salons_visibility_known check (visibility in ('public', 'demande', 'prive')),
  add constraint salons_client_key_length check (char_length(client_key) between 1 and 64),
  add constraint salons_deletion_closes check (delete_at is null or not is_active),
  add constraint salons_house_rules_length check (char_length(house_rules) <= 2000),
  add constraint salons_welcome_length check (char_length(welcome_line) <= 200),
  add constraint salons_slow_seconds_known check (slow_seconds in (0, 10, 30, 60, 300));
