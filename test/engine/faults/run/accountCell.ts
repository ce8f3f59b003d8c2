import type { INodeExecutionData } from 'n8n-workflow';

import { isRecord, scalarText } from '../../../../nodes/CascadeMessaging/protocol';
import type { NodeResult } from '../../harness';
import { runNode } from '../../harness';
import { linkedTo, summaryOf } from './lines';
import type { Played } from './played';
import type { World } from './world';
import { canvasOf, strike, timesReached } from './world';

const PHONES = ['79000000001', '79000000002', '79000000003'];

/** Looks three phones up, under a fault. */
export async function playLookUp(world: World): Promise<Played> {
	return await play(world, { resource: 'phone', operation: 'lookUp' }, ({ json: { operator } }) => (operator === 'Tele2' ? 'T' : 'X'));
}

/** Puts three phones on the stop list, under a fault. What the output says of each is held against the list. */
export async function playStop(world: World): Promise<Played> {
	const { stopList } = world.simulator.account;
	const played = await play(world, { resource: 'stopList', operation: 'add' }, ({ json: { phone, done } }) =>
		done === 'added' && stopList.has(scalarText(phone) ?? '') ? 'A' : 'X',
	);
	const isFalse = stopList.size > 0 && /^[NR]/.test(played.found);
	return { ...played, broken: [...played.broken, ...(isFalse ? ['said not to be done, and was'] : [])] };
}

async function play(
	world: World,
	what: { readonly resource: string; readonly operation: string },
	letterOf: (line: INodeExecutionData) => string,
): Promise<Played> {
	const phones = world.row.alone === true ? PHONES.slice(0, 1) : PHONES;
	strike(world);
	const result: NodeResult = await runNode(
		canvasOf(
			world,
			{ ...what, phone: '={{ $json.phone }}' },
			phones.map((phone) => ({ phone })),
		),
	);
	const lines = result.output.flat();
	const letters = lines.map((line) => failedLetter(line) ?? letterOf(line));
	return {
		found: summaryOf(
			letters,
			lines.map(({ json }) => json),
			timesReached(world),
		),
		leftBehind: [result.run.data, result.thrown, result.hints],
		broken: [
			...(phones.every((_, index) => linkedTo(lines[index]) === index) ? [] : ['an output is not linked to its item']),
			...(phones.every((phone, index) => lines[index]?.json.phone === phone) ? [] : ['a line is about another phone']),
			...(lines.length === phones.length ? [] : ['not one line for each phone']),
		],
	};
}

const LETTERS: Readonly<Record<string, string>> = { notDone: 'N', refused: 'R', unknown: 'U' };

/** What a line that failed says of its change; a question that failed is not known. */
function failedLetter({ json: { error } }: INodeExecutionData): string | undefined {
	if (!isRecord(error)) return undefined;
	return LETTERS[scalarText(error.outcome) ?? 'unknown'] ?? 'X';
}
