import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRecord } from '../../demo/json';
import { ENGAGEMENTS } from '../../nodes/CascadeMessaging/protocol';
import { itemOf } from '../../nodes/CascadeMessaging/replies/replyItem';
import { sampleFor } from '../../nodes/CascadeMessaging/tracking/sample';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { jsonOf, onMessages, send, sms } from './send/kit';

/** Whom Viber does not reach, but an SMS of two parts does; and who is nobody's customer. */
const FALLS_TO_SMS = '79990040001';
const NOT_SERVED = '79990180001';

const ROOT = join(__dirname, '../..');
const HOURS_LATER = 8 * 3_600_000;
const viber = { channel: 'viber', sender: 'MyShop', text: 'Hello, Ann!' };
const typographic = '“Sale” — 50 % off everything in the shop until Sunday evening, Ann';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0, startTime: new Date('2026-12-01T10:00:00+03:00'), timeZone: 'Europe/Moscow' });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

/** The items that a page shows as the node's, in their order. */
function samplesIn(page: string): unknown[] {
	return [...readFileSync(join(ROOT, page), 'utf8').matchAll(/```json\n([^`]*)```/g)].map(([, text = '']) => JSON.parse(text) as unknown);
}

/** A value with its kind in place of every text and number, which differ from run to run; names and their order stay. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (isRecord(value)) return Object.entries(value).map(([name, one]) => [name, shapeOf(one)]);
	return value === null || typeof value === 'boolean' ? value : typeof value;
}

describe('the README shows in a row, and the docs whole,', () => {
	const [sent, status] = samplesIn('README.md');

	it.each([
		['simplified', true, sent],
		['with Simplify off', false, samplesIn('docs/sending.md')[0]],
	])('what Send tells, %s', async (_, simplify, sample) => {
		const result = await send(simulator, { cascade: [viber, sms], parameters: { simplify } });

		expect(shapeOf(jsonOf(result)[0])).toEqual(shapeOf(sample));
	});

	it.each([
		['simplified', true, status],
		['with Simplify off', false, samplesIn('docs/outcomes.md')[1]],
	])('what Get Status tells, %s', async (_, simplify, sample) => {
		await send(simulator, { items: [{ phone: FALLS_TO_SMS }], cascade: [viber, { ...sms, text: 'x'.repeat(161) }] });
		simulator.clock.advance(HOURS_LATER);
		const result = await onMessages(simulator, 'getStatus', [{ id: simulator.messages[0]?.id ?? '' }], { simplify });

		expect(shapeOf(jsonOf(result)[0])).toEqual(shapeOf(sample));
		expect(sample).toMatchObject({ outcome: 'delivered', deliveredBy: 'sms', totalPrice: 3.4 });
	});
});

it('docs/failures.md shows a recipient that was refused', async () => {
	const result = await send(simulator, { items: [{ phone: NOT_SERVED }], onError: 'continueRegularOutput' });

	expect(shapeOf(jsonOf(result)[0])).toEqual(shapeOf(samplesIn('docs/failures.md')[0]));
});

it('docs/sending.md shows what Preview tells of an SMS that is dear', async () => {
	const [, , sample] = samplesIn('docs/sending.md');
	const result = await send(simulator, {
		items: [{ phone: '79000000001' }],
		cascade: [viber, { ...sms, text: typographic }],
		parameters: { operation: 'preview' },
		options: { campaignName: 'Autumn sale', attachData: { values: [{ name: 'contactId', value: '42' }] } },
	});

	const { run, ...one } = jsonOf(result)[0] ?? {};
	expect(sample).toMatchObject(one);
	expect(shapeOf({ ...one, run })).toEqual(shapeOf(sample));
});

it('docs/outcomes.md shows the event of a link that was opened', () => {
	const { sample, ...event } = sampleFor({ events: [ENGAGEMENTS[1]], outcomes: [], campaignName: '' });

	expect(sample).toBe(true);
	expect(samplesIn('docs/outcomes.md')[0]).toEqual({ ...event, changedAt: '2026-12-01T07:31:07.000Z' });
});

it('docs/outcomes.md shows what Track tells', async () => {
	const [{ json } = { json: {} }] = (await onMessages(simulator, 'track', [{ id: '1179038981' }])).output[0] ?? [];

	expect(json).toEqual(samplesIn('docs/outcomes.md')[2]);
});

it('docs/replies.md shows a reply to a known message', () => {
	const [sample] = samplesIn('docs/replies.md') as Record<string, string>[];
	const { messageId = '', phone = '', text = '', sender = '', repliedAt = '' } = sample ?? {};
	const known = { campaignName: 'Autumn sale', sentAt: '2026-12-01T07:30:00.000Z', data: { contactId: '42' } };
	const sentBy = { workflowId: '1', workflowName: 'Form to cascade message', executionId: '100' };
	const message = { ...known, ...sentBy, messageId, phone, clientMessageId: null, sendAt: null };

	expect(itemOf({ messageId, phone, text, sender, repliedAt }, message)).toEqual(sample);
});

it('no other page shows samples that nobody compares', () => {
	const pages = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((page) => page.endsWith('.md'));
	const counts = pages.map((page) => [page, samplesIn(page).length] as const).filter(([, count]) => count > 0);

	expect(Object.fromEntries(counts)).toEqual({
		'README.md': 2,
		'docs/account.md': 7, // account/readme.test.ts
		'docs/failures.md': 1,
		'docs/outcomes.md': 3,
		'docs/replies.md': 1,
		'docs/sending.md': 4, // one of them in send/lists.test.ts, one in previewCost.test.ts
	});
});
