// Runs the mock API alone: `node e2e/server/main.mjs 8000`, then
// `make serve API=http://127.0.0.1:8000`. /customers/full is a sample, /customers/hang a fault (server/faults.mjs).

import { sampleIds } from './answers.mjs';
import { startApi } from './api.mjs';
import { faults } from './faults.mjs';

const { origin } = await startApi({ port: Number(process.argv[2] ?? 8000) });
console.log(`${origin}/api/customers/{id}/detail`);
console.log(`samples: ${sampleIds.join(' ')}`);
console.log(`faults: ${Object.keys(faults).join(' ')}`);
