/** A member's own profile. They run as the system role. */
import type { Tx } from '~/db';
import type { Profile } from '../rules/profile';

export async function nameProfile(tx: Tx, userId: string | null, name: string): Promise<void> {
  await tx`
    update profiles
    set full_name = ${name}
    where id = ${userId}`;
}

export async function insertMissingProfile(tx: Tx, userId: string): Promise<void> {
  await tx`
    insert into profiles (id, email)
    select id, email
    from auth.users
    where id = ${userId}
    on conflict (id) do nothing`;
}

/** With her own rights: `my_profile()` answers about the asker alone. */
export async function myProfile(tx: Tx): Promise<Profile | null> {
  const [found] = await tx<Profile[]>`
    select
      coalesce(full_name, '') as name, coalesce(bio, '') as bio, coalesce(city, '') as city,
      coalesce(postal_code, '') as postal_code, departement, interests, bio_shown_to, city_shown_to, interests_shown_to, is_listed
    from my_profile()`;
  return found ?? null;
}

/** Before a new name. @returns the salons whose open pages show the old one */
export async function lockMySalons(tx: Tx): Promise<readonly string[]> {
  const rows = await tx<{ salonId: string }[]>`
    select salon_id
    from lock_my_salons() as s (salon_id)`;
  return rows.map(({ salonId }) => salonId);
}

/** Until the end of the transaction nobody else changes it. */
export async function lockMyProfile(tx: Tx, viewerId: string): Promise<void> {
  await tx`
    select id
    from profiles
    where id = ${viewerId}
    for no key update`;
}

export async function saveProfile(tx: Tx, viewerId: string, profile: Omit<Profile, 'departement'>): Promise<void> {
  await tx`
    update profiles
    set
      full_name = ${profile.name},
      bio = ${profile.bio || null},
      city = ${profile.city || null},
      postal_code = ${profile.postalCode || null},
      interests = ${profile.interests as string[]},
      bio_shown_to = ${profile.bioShownTo},
      city_shown_to = ${profile.cityShownTo},
      interests_shown_to = ${profile.interestsShownTo},
      is_listed = ${profile.isListed}
    where id = ${viewerId}`;
}
