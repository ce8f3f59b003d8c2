import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../../harness';
import { linkedTo, summaryOf } from './lines';
import type { Played } from './played';
import { sendElsewhere } from './sendElsewhere';
import type { World } from './world';
import { canvasOf, strike, timesReached } from './world';

/** Asks for the states of three messages under a fault: delivered, expired, and one that is in progress for ever. */
export async function playStatus(world: World): Promise<Played> {
	const outcomes = ['delivered', 'expired', 'inProgress'].slice(0, world.row.alone === true ? 1 : 3);
	const ids = await sendElsewhere(world, outcomes.length);
	const before = timesReached(world);
	strike(world);
	const result = await runNode(
		canvasOf(
			world,
			ASK,
			ids.map((id) => ({ id })),
		),
	);
	const lines = result.output.flat();
	const letters = ids.map((id, index) => letterOf(id, outcomes[index], lines[index]?.json ?? {}));
	return {
		found: summaryOf(
			letters,
			lines.map(({ json }) => json),
			timesReached(world) - before,
		),
		leftBehind: [result.run.data, result.thrown, result.hints],
		broken: [
			...(ids.every((_, index) => linkedTo(lines[index]) === index) ? [] : ['an output is not linked to its item']),
			...(lines.length === ids.length ? [] : ['not one line for each message']),
		],
	};
}

const ASK = { operation: 'getStatus', messageId: '={{ $json.id }}' };

/** Hands messages over to the trigger under a fault: the gateway is not asked. */
export async function playTrack(world: World): Promise<Played> {
	strike(world);
	const ids = ['1', '2', '3'];
	const result = await runNode(
		canvasOf(
			world,
			{ ...ASK, operation: 'track' },
			ids.map((id) => ({ id })),
		),
	);
	const lines = result.output.flat().map(({ json }) => json);
	const letters = ids.map((id, index) => (lines[index]?.messageId === id && lines[index].tracked === true ? 'T' : 'X'));
	return { found: summaryOf(letters, lines, timesReached(world)), leftBehind: result.run.data, broken: [] };
}

function letterOf(id: string, expected: string | undefined, { messageId, outcome, error }: IDataObject): string {
	if (messageId === id && error === undefined) {
		if (outcome === expected) return 'T';
		return outcome === 'unknown' ? 'O' : 'X';
	}
	return ((error ?? {}) as IDataObject).messageId === id ? 'U' : 'X';
}
