import { access } from './contract/access';
import type { Clause } from './contract/client';
import { filters } from './contract/filters';
import { rows } from './contract/rows';
import { tables } from './contract/tables';

export type { Subject } from './contract/client';

/**
 * What the stand-in and a real n8n do alike: each clause is a test, here against the stand-in and in the end-to-end tests
 * against n8n.
 */
export const contract: readonly Clause[] = [...access, ...tables, ...rows, ...filters];
