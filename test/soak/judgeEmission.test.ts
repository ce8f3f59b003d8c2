import type { AcceptedMessage } from '../../simulator';
import type { Batch } from './collector';
import { Findings } from './findings';
import type { EmissionBooks } from './judgeEmission';
import { judgeEmission } from './judgeEmission';

const messages = ['1', '2', '3'].map((id) => ({ id, phone: `7900000000${id}` }) as AcceptedMessage); // the rest does not matter here
const report = (messageId: string) => ({ messageId, phone: `7900000000${messageId}`, outcome: 'delivered', contactId: Number(messageId) });
const batch = (at: number, ...ids: string[]): Batch => ({ trigger: 'all', execution: String(at), at, reports: ids.map(report) });

/** n8n is killed at 100 and up again at 150. */
const lives = [
	{ pid: 1, upAt: 0, killedAt: 100 },
	{ pid: 2, upAt: 150 },
];

function judged(batches: readonly Batch[]): EmissionBooks & { sentences: string[] } {
	const findings = new Findings();
	const byId = new Map(messages.map((message) => [message.id, message]));
	const contactIdOf = (phone: string): number => Number(phone.at(-1));
	const duty = { trigger: 'all', outcomeOf: () => 'delivered', known: messages, byId, contactIdOf };
	return { ...judgeEmission(duty, batches, lives, findings), sentences: findings.sentences };
}

it('is content when every message is emitted once', () => {
	expect(judged([batch(10, '1', '2'), batch(160, '3')])).toMatchObject({
		repeatsInWindow: 0,
		repeatsOutside: 0,
		missing: 0,
		sentences: [],
	});
});

it('allows the last items before a kill to come again in the next emission', () => {
	expect(judged([batch(10, '1'), batch(90, '2'), batch(160, '2', '3')])).toMatchObject({ repeatsInWindow: 1, sentences: [] });
});

it('knows that an item of a killed n8n may arrive a moment after the kill', () => {
	expect(judged([batch(10, '1'), batch(101, '2'), batch(160, '2', '3')])).toMatchObject({ repeatsInWindow: 1, sentences: [] });
});

it.each([
	['without a kill', [batch(10, '1', '2'), batch(90, '2'), batch(160, '3')]],
	['from before the last emission', [batch(10, '1'), batch(90, '2'), batch(160, '1', '3')]],
	['a poll too late', [batch(10, '1'), batch(90, '2'), batch(160, '3'), batch(220, '2')]],
	['in one emission', [batch(10, '1', '2', '2', '3')]],
])('finds a message that comes twice %s', (_, batches) => {
	const { repeatsOutside, sentences } = judged(batches);
	expect(repeatsOutside).toBe(1);
	expect(sentences).toEqual([expect.stringMatching(/^Messages emitted twice outside of the window \(1\): all: [12] at /)]);
});

it('finds a message that was never emitted', () => {
	expect(judged([batch(10, '1', '3')]).sentences).toEqual(['Messages that were never emitted (1): all: 2 to 79000000002']);
});

it.each([
	['outcome', { ...report('2'), outcome: 'expired' }],
	['data', { ...report('2'), contactId: 3 }],
	['phone', { ...report('2'), phone: '79000000003' }],
])('finds an item with a wrong %s', (_, wrong) => {
	const { sentences } = judged([{ ...batch(10, '1', '3'), reports: [report('1'), wrong, report('3')] }]);
	expect(sentences).toEqual([expect.stringContaining('Emitted items that are wrong (1)')]);
});

it('finds an item nobody sent', () => {
	expect(judged([batch(10, '1', '2', '3', '4')]).sentences).toEqual([expect.stringContaining('Emitted items that are wrong (1)')]);
});
