import type postgres from 'postgres';
export async function fillDemo(sql: postgres.Sql, options: { now: Date; passwordHash: string }) {
  await sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    const u = await tx<
      { id: string }[]
    >`insert into auth.users (email,password_hash,email_confirmed_at) select e, ${options.passwordHash}, now() from unnest(array['monique@exemple.fr','gerard@exemple.fr','fatima@exemple.fr','admin@exemple.fr']) e returning id`;
    await tx`update profiles set full_name = initcap(split_part(email::text,'@',1)), subscription_type = case when email like 'gerard%' then 'freemium' else 'premium' end`;
    const [s] = await tx<
      { id: string }[]
    >`insert into salons (name,description,category,city,owner_id,share_code) values ('Jardin au balcon','On parle de tomates','jardin','Nantes',${u[0]!.id},'ABCDEF') returning id`;
    await tx`insert into salon_members (salon_id,user_id,role) select ${s!.id}, id, case when id=${u[0]!.id} then 'owner' else 'member' end from auth.users where email::text not like 'admin%'`;
    for (let i = 0; i < 60; i++)
      await tx`insert into chat_messages (salon_id,user_id,content) values (${s!.id},${u[i % 2 === 0 ? 0 : 2]!.id},${'Bonjour à tous, message ' + i + '. Voyez https://exemple.fr/photo ?'})`;
  });
}
