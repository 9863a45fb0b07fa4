import { runSeeds } from './seeding';

await runSeeds('clean');
