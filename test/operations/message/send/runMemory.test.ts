import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendLine } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { RunMemory } from '../../../../nodes/CascadeMessaging/operations/message/send/runMemory';
import type { Recipient } from '../../../../nodes/CascadeMessaging/protocol';

interface Node {
	readonly kept?: Record<string, unknown>;
	readonly runIndex?: number;
	readonly continues?: boolean;
	readonly retryOnFail?: boolean;
}

const contextOf = ({ kept = {}, runIndex = 0, continues = false, retryOnFail = false }: Node): IExecuteFunctions =>
	({
		getContext: (type: string) => (type === 'node' ? kept : {}),
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		continueOnFail: () => continues,
		getNode: () => ({ retryOnFail }),
	}) as unknown as IExecuteFunctions;

const memoryOf = (node: Node): RunMemory => new RunMemory(contextOf(node));

const recipient: Recipient = { phone: '79000000001', clientMessageId: '7' };
const accepted: SendLine = { item: 0, json: { phone: recipient.phone, messageId: '501' } };
const failed = (
	outcome: 'notSent' | 'refused' | 'unknown',
	code: 'refusedByGateway' | 'queuedUntilTopUp' | 'timedOut' = 'timedOut',
	clientMessageId = '7',
): SendLine => ({
	item: 0,
	failure: { code, outcome, message: 'x', phone: recipient.phone, clientMessageId },
});

/** What the next try of a run knows of a recipient, after JSON as n8n keeps it. */
function nextTry(line: SendLine, node: Node = {}): RunMemory {
	const kept = {};
	memoryOf({ ...node, kept }).keep(line);
	return memoryOf({ ...node, kept: JSON.parse(JSON.stringify(kept)) as Record<string, unknown> });
}

it('who was accepted is not sent to again', () => {
	expect(nextTry(accepted).recall(0, recipient)).toEqual(accepted);
	expect(nextTry(accepted).mayHaveSent(0, recipient)).toBe(false);
});

it('what waits for money is not sent again, not even with a client number', () => {
	const line = failed('unknown', 'queuedUntilTopUp');
	expect(nextTry(line).recall(0, recipient)).toEqual(line);
	expect(nextTry(line).mayHaveSent(0, recipient)).toBe(false);
});

it('what may have been sent is sent again only with the client number it had', () => {
	const memory = nextTry(failed('unknown'));
	expect(memory.recall(0, recipient)).toBeUndefined();
	expect(memory.mayHaveSent(0, recipient)).toBe(true);
	for (const other of [{ phone: recipient.phone }, { phone: recipient.phone, clientMessageId: '8' }]) {
		expect(memory.recall(0, other)).toEqual(failed('unknown'));
		expect(memory.mayHaveSent(0, other)).toBe(false);
	}
});

it('what may have been sent without a client number is not sent again: nothing would tell a repeat', () => {
	const { clientMessageId, ...numberless } = recipient;
	const line: SendLine = { item: 0, failure: { code: 'timedOut', outcome: 'unknown', message: 'x', phone: recipient.phone } };
	const kept = {};
	memoryOf({ kept }).keep(line);
	expect(memoryOf({ kept }).recall(0, numberless)).toEqual(line);
	expect(memoryOf({ kept }).mayHaveSent(0, numberless)).toBe(false);
	expect(memoryOf({ kept }).recall(0, { phone: recipient.phone, clientMessageId: clientMessageId ?? '' })).toEqual(line);
});

it.each(['notSent', 'refused'] as const)('who was %s is sent to again', (outcome) => {
	const memory = nextTry(failed(outcome));
	expect(memory.recall(0, recipient)).toBeUndefined();
	expect(memory.mayHaveSent(0, recipient)).toBe(false);
});

it('another phone, item or run of a loop is another message', () => {
	const kept = {};
	memoryOf({ kept }).keep(accepted);
	expect(memoryOf({ kept }).recall(0, { phone: '79000000002' })).toBeUndefined();
	expect(memoryOf({ kept }).recall(1, recipient)).toBeUndefined();
	expect(memoryOf({ kept, runIndex: 1 }).recall(0, recipient)).toBeUndefined();
	expect(memoryOf({ kept }).recall(0, recipient)).toEqual(accepted);
});

it('of several lines about one recipient the last holds', () => {
	const kept = {};
	memoryOf({ kept }).keep(failed('unknown'));
	memoryOf({ kept }).keep(accepted);
	expect(memoryOf({ kept }).recall(0, recipient)).toEqual(accepted);
});

it('what earlier runs of a loop keep stays', () => {
	const kept = {};
	memoryOf({ kept }).keep(accepted);
	memoryOf({ kept, runIndex: 1 }).keep(failed('unknown'));
	expect(memoryOf({ kept }).recall(0, recipient)).toEqual(accepted);
	expect(memoryOf({ kept, runIndex: 1 }).mayHaveSent(0, recipient)).toBe(true);
});

it('nothing is kept where n8n cannot run the node again', () => {
	expect(nextTry(accepted, { continues: true }).recall(0, recipient)).toBeUndefined();
	expect(nextTry(accepted, { continues: true, retryOnFail: true }).recall(0, recipient)).toEqual(accepted);
});

it('answers for nobody are kept, those of all tries', () => {
	const kept = {};
	const memory = memoryOf({ kept });
	memory.keepStrays([]);
	expect(kept).toEqual({});
	memory.keepStrays([failed('unknown')]);
	memory.keepStrays([accepted]);
	expect(memoryOf({ kept }).strays).toEqual([failed('unknown'), accepted]);
	expect(memoryOf({ kept, runIndex: 1 }).strays).toEqual([]);
	memory.clear();
	expect(kept).toEqual({});
	const other = {};
	memoryOf({ kept: other, continues: true }).keepStrays([accepted]);
	expect(other).toEqual({});
});

it('answers for nobody are kept however many they are', () => {
	const kept = {};
	memoryOf({ kept }).keepStrays(Array.from({ length: 300_000 }, () => accepted));
	expect(memoryOf({ kept }).strays).toHaveLength(300_000);
});

it.each([
	null,
	'text',
	[],
	{ '0': null },
	{ '0': { lines: 'text', strays: null } },
	{ '0': { lines: [null, { item: 'x', json: {} }, { item: 0 }], strays: [null, 'text', { item: 0 }] } },
])('what is no memory says nothing: %j', (sentBefore) => {
	const memory = memoryOf({ kept: { sentBefore } });
	expect(memory.recall(0, recipient)).toBeUndefined();
	expect(memory.strays).toEqual([]);
});
