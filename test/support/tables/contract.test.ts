import type { Tables } from '.';
import { startTables } from '.';
import { contract } from './contract';

let tables: Tables;
beforeAll(async () => {
	tables = await startTables();
});
afterAll(() => tables.close());

describe('the stand-in for n8n’s data tables', () => {
	it.each(contract)('$name', async ({ holds }) => {
		await holds({
			...tables,
			fill: async () => {
				tables.isFull = true;
			},
			makeRoom: async () => {
				tables.isFull = false;
			},
			start: async (look) => {
				for (const phase of ['starting', 'withoutRoutes', 'ready'] as const) {
					tables.phase = phase;
					await look();
				}
			},
		});
	});
});
