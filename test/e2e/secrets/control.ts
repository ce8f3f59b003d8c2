import type { World } from '../world';
import { call, publishRow, webhook } from './flows';
import { WRITINGS } from './forms';
import type { Secret } from './madeUp';
import { secret } from './madeUp';

/** A made-up secret of its own for each way of writing, so that one found does not stand for another. */
export const PLANTED: ReadonlyMap<string, Secret> = new Map(
	Object.keys(WRITINGS).map((writing, index) => [writing, secret(writing, undefined, `plant${index}headkz4`, `plant${index}tailqv8`)]),
);

/** So that at least one copy lies whole within a page of the database. */
const COPIES = 3;
const APART = '. '.repeat(600);

/** Runs a workflow for each plant: it stands in the request, in the output of a node, and in the error the run ends with. */
export async function plant(world: World): Promise<void> {
	await publishRow(world, 'Control', [
		webhook('control'),
		{
			...{ name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
			parameters: { assignments: { assignments: [{ id: 'a', name: 'planted', type: 'string', value: '={{ $json.body.text }}' }] } },
		},
		{ name: 'Fail', type: 'n8n-nodes-base.stopAndError', typeVersion: 1, parameters: { errorMessage: '={{ $json.planted }}' } },
	]);
	await Promise.all(
		[...PLANTED].map(async ([writing, { value }]) => {
			const written = WRITINGS[writing]?.(value) ?? '';
			await call(world, 'control', { text: Array.from({ length: COPIES }, () => `${APART}${written}`).join('') });
		}),
	);
}
