/** The directions of docs/decisions/001: who may import whom. Types and views count too. */
const { readdirSync } = require('node:fs');

/**
 * Every file and folder of app/, each in its layer, the uppermost first. An import leads into a lower layer or stays in
 * its own place; nothing else is allowed, and what stands in no layer stops the check. Routes stand above `http`, which
 * calls them by way of the build's table only (`http/built-routes.ts`): it hands out what they are made of, and knows none
 * of them and no domain.
 */
const domainLayers = [
  ['operating'],
  // Above all of them: it asks every domain what it stores of a person.
  ['privacy'],
  // Decides of salons, messages and accounts, and writes down what the team has read.
  ['moderation'],
  ['admin'],
  ['chat'],
  ['courses', 'salons'],
  // Below courses and salons: a certificate and an act that earns are written in the transaction that brings them.
  ['certificates', 'presence', 'billing', 'files', 'play'],
  // Below all that tells a member something.
  ['notices'],
  ['members'],
  ['auth'],
];
const layers = [
  ['server'],
  ['site'],
  ['routes|root|entry.server'],
  ['http'],
  ['streams', 'jobs'],
  ['context'],
  ...domainLayers,
  ['realtime', 'mailer'],
  ['db', 'redis'],
  ['ui', 'entry.client'],
  ['forms', 'limits', 'turns', 'together', 'kept', 'file-answer', 'short-cookie', 'personal-data'],
  ['errors', 'config', 'urls', 'client'],
];
const domains = domainLayers.flat().join('|');

/** A path below app/ that belongs to one of these places, itself or anything in its folder. */
const inside = (places) => `^app/(${places.replaceAll('.', '\\.')})(\\.tsx?$|/)`;

/** Declarations without an import. */
const ambient = ['env.d', 'virtual.d'];
const placed = [...layers.flat().join('|').split('|'), ...ambient];
for (const entry of readdirSync(`${__dirname}/app`)) {
  if (!placed.includes(entry.replace(/\.tsx?$/, '')) && !/\.(css|woff2)$/.test(entry)) {
    throw new Error(`app/${entry} stands in no layer of .dependency-cruiser.cjs`);
  }
}

// The uppermost may import everything.
const layerRules = layers.slice(1).flatMap((layer, above) =>
  layer.map((place) => ({
    name: `${place.split('|')[0]}-looks-down-only`,
    severity: 'error',
    from: { path: inside(place) },
    to: {
      path: inside(
        layers
          .slice(0, above + 2)
          .flat()
          .join('|'),
      ),
      pathNot: inside(place),
    },
  })),
);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...layerRules,
    {
      name: 'http-knows-no-domain',
      comment: 'What it needs of them is in `context.ts`, and handed in by `server.ts`.',
      severity: 'error',
      from: { path: inside('http') },
      to: { path: inside(domains) },
    },
    {
      name: 'domains-meet-by-rules-queries-and-commands',
      comment:
        'A person, her state and an offer are shown everywhere by the same views; pages of settings have one frame. One file knows what every domain stores of a person.',
      severity: 'error',
      from: { path: `^app/(${domains})/`, pathNot: '^app/privacy/holders\\.ts$' },
      to: {
        path: `^app/(${domains})/`,
        pathNot:
          '^app/($1/|[^/]+/(rules|queries|commands)(\\.ts$|/)|members/views/|presence/views/(status|chosen)\\.|billing/views/offer\\.|auth/views/settings/page\\.)',
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: `^app/(${domains})/rules(\\.ts$|/)` },
      // French words for dates and counts are as pure as they.
      to: {
        path: '^app/(db|config|realtime(?!/topic)|routes|ui(?!/format))|(queries|commands|views)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'views-show-and-do-nothing',
      severity: 'error',
      from: { path: '^app/.*views' },
      to: { path: '^app/(db|config|realtime|routes)|/(queries|commands)(\\.ts$|/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'letters-know-no-domain',
      comment: 'What a letter says is in its props: it reads nothing, and is written where the outbox is emptied.',
      severity: 'error',
      from: { path: '^emails/' },
      to: { path: '^app/', pathNot: '^app/(ui/format|urls)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'urls-import-nothing',
      severity: 'error',
      from: { path: '^app/urls(/|\\.ts$)' },
      to: { path: '.', pathNot: '^app/urls/' },
    },
    ...[
      ['markdown-it', '^app/courses/markdown\\.ts$'],
      ['yaml', '^app/courses/files/front-matter\\.ts$'],
      ['lucia', '^app/auth/sessions\\.ts$'],
      ['arctic', '^app/auth/providers\\.ts$'],
      ['@node-rs/bcrypt', '^app/auth/passwords\\.ts$'],
      ['@node-rs/argon2', '^(app/auth/passwords|demo/prepare)\\.ts$'],
      ['@getbrevo/brevo', '^app/mailer/brevo\\.ts$'],
      ['stripe', '^app/billing/stripe/client\\.ts$'],
      ['nodemailer', '^app/mailer/(mime|smtp)\\.ts$'],
      ['@redis/client', '^app/redis\\.ts$'],
      ['standardwebhooks', '^app/operating/commands/webhooks\\.ts$'],
      ['ipaddr.js', '^app/operating/rules/webhooks\\.ts$'],
      ['@react-email', '^emails/'],
      ['sharp', '^app/(files/images|certificates/papers)\\.ts$'],
      ['yazl', '^app/privacy/archive/zip\\.ts$'],
      ['s3mini', '^app/files/commands/bucket\\.ts$'],
      ['prom-client', '^app/operating/metrics\\.ts$'],
      ['age-encryption', '^db/backup/seal\\.ts$'],
      ['tar-stream', '^db/backup/(read|write)\\.ts$'],
      ['@fastify/busboy', '^app/files/receive\\.ts$'],
      ['graphile-worker', '^app/jobs/worker\\.ts$'],
      ['pg', '^app/jobs/pool\\.ts$'],
    ].map(([name, only]) => ({
      name: `one-door-to-${name}`,
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: only },
      to: { path: `node_modules/${name}/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'one-door-to-the-database',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/db/connection\\.ts$' },
      to: { path: 'node_modules/postgres/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-driver-is-known-to-the-database-alone',
      comment: 'Its types too: `~/db` has the ones that others need.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/db(/|\\.ts$)' },
      to: { path: 'node_modules/postgres/' },
    },
    {
      name: 'stripe-is-known-to-its-folder-alone',
      comment: 'Its types too: what others need of them is exported there.',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: '^app/billing/stripe/' },
      to: { path: 'node_modules/stripe/' },
    },
    {
      name: 'the-database-has-one-front',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/db(/|\\.ts$)' },
      to: { path: '^app/db/' },
    },
    {
      name: 'protocol-imports-nothing',
      severity: 'error',
      from: { path: '^app/client/protocol\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'the-server-shares-the-protocol-alone',
      severity: 'error',
      from: { path: '^(app|db|emails)/', pathNot: '^app/(client/|entry\\.client)' },
      to: { path: '^app/client/.*\\.ts$', pathNot: '^app/client/protocol\\.ts$' },
    },
    {
      name: 'the-browser-gets-no-server',
      severity: 'error',
      from: { path: '^app/(client/|entry\\.client)' },
      to: { path: '^app/', pathNot: '^app/client/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A package of its own that makes films; the site does not know it.
    exclude: { path: '^scripts/films/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
