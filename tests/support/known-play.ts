/** Recognition in the states that look different: a member who has done much, and one who has done nothing yet. */
import { BADGES } from '~/play/rules/badges';
import { RULES } from '~/play/rules/points';
import { href } from '~/urls';
import type { Member } from './cast';
import type { Furnishing, Part } from './known-page';

type People = { readonly owner: Member; readonly member: Member };

export async function playPages({ cast: { sql } }: Furnishing, { owner, member }: People): Promise<Part> {
  for (const [kind, { points, said, icon }] of Object.entries(RULES)) {
    await sql`
      insert into user_activities (user_id, type, source, points, title, icon, created_at)
      select ${owner.id}, ${kind}, n::text, ${points}, ${`${said} «\u202fJardin au balcon\u202f»`}, ${icon}, now() - make_interval(days => n)
      from generate_series(0, 9) n`;
  }
  await sql`
    insert into user_achievements (user_id, badge_id, title, description, icon, rarity)
    select ${owner.id}, b.id, b.title, b.description, b.family, b.rarity
    from jsonb_to_recordset(${sql.json(BADGES.slice(0, 12).map((badge) => ({ ...badge })))})
      b (id text, title text, description text, family text, rarity text)`;
  await sql`select refresh_stats(${owner.id}, '{0,60,160,320,550}')`;
  await sql`
    insert into play_choices (user_id, is_ranked, shows_badges) values (${owner.id}, true, true), (${member.id}, true, false)`;
  await sql`insert into play_rests (user_id, from_day) values (${member.id}, current_date)`;
  await sql`
    insert into rankings (user_id, rank, points, week_rank, week_points, computed_at)
    values (${owner.id}, 1, 1670, 1, 400, now()), (${member.id}, 2, 20, 1, 400, now())`;
  return {
    params: {},
    states: [
      { name: 'my path, with points', who: 'owner', path: href('myCourses'), status: 200 },
      { name: 'my path, at rest', who: 'member', path: href('myCourses'), status: 200 },
      { name: 'badges, some', who: 'owner', path: href('badges'), status: 200 },
      { name: 'journal, some', who: 'owner', path: href('journal'), status: 200 },
      { name: 'journal, none', who: 'newcomer', path: href('journal', {}, { genre: 'badges' }), status: 200 },
      { name: 'ranking, taking part', who: 'owner', path: href('ranking', {}, { vue: 'semaine' }), status: 200 },
    ],
  };
}
