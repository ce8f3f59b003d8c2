import type { FaultOrder } from '../../../../simulator';
import type { Expectations, Row } from './row';

const NTH = { nth: 3 };

/** Trouble with the third of five requests, each for one recipient: the others are not touched. */
export const thirdOfFiveRows: readonly Row[] = [
	row(
		'refused',
		'connections are refused from then on',
		{ fault: 'refuse', seconds: 0 },
		{
			...{ json: 'AANNN connectionRefused ×2', xml: 'AANNN connectionRefused ×2', get: 'AANNN connectionRefused ×2' },
			...{ jsonNumbered: 'AANNN connectionRefused ×2', xmlNumbered: 'AANNN connectionRefused ×2' },
			...{ jsonStop: 'AANNN connectionRefused/notReached ×2', ...states('TTU connectionRefused ×2') },
		},
	),
	row(
		'refused for a while',
		'connections are refused for half a second',
		{ fault: 'refuse', seconds: 0.5 },
		{
			...all('AAARA ×5'),
			...{ jsonStop: 'AAARN notReached ×4', ...states('TTT ×3') },
		},
	),
	row(
		'429',
		'HTTP 429',
		{ fault: 'status-429' },
		{
			...all('AAARA ×6'),
			...{ jsonStop: 'AAARN notReached ×5', ...states('TTT ×4') },
		},
	),
	row('503', 'HTTP 503, although the message was taken', { fault: 'status-503', accepted: true }, maybe('httpStatus')),
	row('reset', 'the connection breaks after the request', { fault: 'reset-after-body', accepted: true }, maybe('connectionLost')),
	row('hang', 'no answer within the Timeout', { fault: 'hang', accepted: true }, maybe('timedOut'), 2),
	row('empty', 'HTTP 200 with nothing', { fault: 'empty', accepted: true }, maybe('emptyAnswer')),
	row(
		'auth refusal',
		'login or password are called wrong',
		{ fault: 'auth-refusal' },
		{
			...all('AARRA ×5'),
			...{ jsonStop: 'AARNN notReached ×3', ...states('TTU refusedByGateway ×3') },
		},
	),
];

function row(name: string, words: string, fault: FaultOrder, expect: Expectations, timeout?: number): Row {
	return {
		name: `3rd of 5: ${name}`,
		title: `Third of five requests: ${words}`,
		fault: { ...fault, ...NTH },
		oneByOne: true,
		statusNote: 'The third of three requests here.',
		...(timeout !== undefined && { timeout }),
		expect,
	};
}

function all(same: string): Expectations {
	return { json: same, xml: same, get: same, jsonNumbered: same, xmlNumbered: same };
}

function states(same: string): Expectations {
	return { statusJson: same, statusXml: same };
}

function maybe(code: string): Expectations {
	return {
		...all(`AAURA ${code} ×5`),
		...{ jsonNumbered: 'AAPRA ×6', xmlNumbered: 'AAPRA ×6' },
		...{ jsonStop: `AAUNN ${code}/notReached ×3`, ...states('TTT ×4') },
	};
}
