import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { madeUpContacts } from './madeUpContacts';

// Run by hand, `npx tsx demo/makeContacts.ts`, after a change to the made-up contacts.
writeFileSync(path.join(__dirname, 'contacts.csv'), madeUpContacts());
