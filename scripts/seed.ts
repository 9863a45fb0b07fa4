import { runSeeds } from './seeding';

await runSeeds('seed');
