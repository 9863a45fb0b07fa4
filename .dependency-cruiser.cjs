/** The directions of docs/decisions/001: who may import whom. */
const domains = 'auth|members|salons|chat|presence|courses|certificates|billing|play|privacy|admin';
/** A domain, and the domains that stand below it. */
const below = {
  auth: '',
  members: 'auth|play',
  salons: 'auth|play|members|billing',
  chat: 'auth|play|members|billing|salons|presence',
  presence: 'auth|play|members|billing|salons',
  certificates: 'auth|play|members|billing',
  courses: 'auth|play|members|billing|certificates',
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-imports-the-edge',
      severity: 'error',
      from: { pathNot: '^app/server\\.ts$' },
      to: { path: '^app/(server|http)\\.ts$' },
    },
    {
      name: 'domains-know-no-routes',
      severity: 'error',
      from: { path: `^app/(${domains}|realtime|ui|db|errors|config|urls)` },
      to: { path: '^app/(routes|root|entry)' },
    },
    ...Object.entries(below).map(([domain, others]) => ({
      name: `${domain}-looks-down-only`,
      severity: 'error',
      from: { path: `^app/${domain}/`, pathNot: '/views' },
      to: {
        path: `^app/(${domains})/`,
        pathNot: others ? `^app/(${domain}|${others})/` : `^app/${domain}/`,
        dependencyTypesNot: ['type-only'],
      },
    })),
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: `^app/(${domains})/rules(\\.ts$|/)` },
      // French words for dates and counts are as pure as they.
      to: {
        path: '^app/(db|config|realtime|routes|ui(?!/format))|(queries|commands|views)',
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
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: `^app/(${domains}|routes|http|db|config|realtime)`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mailer-knows-no-domain',
      severity: 'error',
      from: { path: '^app/mailer' },
      to: { path: `^app/(${domains}|routes|http|realtime)` },
    },
    {
      name: 'realtime-knows-no-domain',
      severity: 'error',
      from: { path: '^app/realtime/' },
      to: { path: `^app/(${domains}|routes|http|ui)` },
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
      ['@node-rs/argon2', '^(app/auth/passwords|demo/prepare)\\.ts$'],
      ['@getbrevo/brevo', '^app/mailer/brevo\\.ts$'],
      ['nodemailer', '^app/mailer/folder\\.ts$'],
      ['@react-email', '^emails/'],
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
      name: 'the-database-has-one-front',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/db(/|\\.ts$)' },
      to: { path: '^app/db/' },
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
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
