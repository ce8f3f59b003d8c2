import type { RequestLimits, Sending } from '../../nodes/CascadeMessaging/protocol/batching';
import { limitsOf } from '../../nodes/CascadeMessaging/protocol/batching';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Content, Message } from '../../nodes/CascadeMessaging/protocol/message';
import { signedUrlGrowth } from '../../nodes/CascadeMessaging/protocol/signing';
import { PROOF } from './support/example';
import { limitsWith } from './support/limits';
import { packRequests } from './support/packRequests';
import { queryOf } from './support/queryOf';
import { BASE_URL, signed } from './support/signed';

const content = (text: string): Content => ({ cascade: ['sms'], channels: { sms: { text } } });
const phone = (index: number): string => String(79000000000 + index);
/** One sending for each text, the phones counted up. */
const sendings = (...texts: string[]): Sending[] =>
	texts.map((text, index) => ({ content: content(text), recipient: { phone: phone(index) } }));

const limits = (given: Partial<RequestLimits>): RequestLimits => ({
	recipients: 500,
	messages: Infinity,
	fits: () => true,
	...given,
});

/** Requests as lists of messages, each its text and the last digits of its phones: `a:0,1`. */
const shapeOf = (requests: readonly (readonly Message[])[]): string[][] =>
	requests.map((request) =>
		request.map(({ content: { channels }, recipients }) => {
			const ends = recipients.map((recipient) => Number(recipient.phone) - 79000000000);
			return `${channels.sms?.text ?? ''}:${ends.join()}`;
		}),
	);

describe('packRequests', () => {
	it('has nothing to send when there is nobody', () => {
		expect(packRequests([], limits({}))).toEqual([]);
	});

	it('gives equal contents one message and puts different messages into one request', () => {
		expect(shapeOf(packRequests(sendings('a', 'b', 'a', 'c', 'b'), limits({})))).toEqual([['a:0,2', 'b:1,4', 'c:3']]);
	});

	it('starts the next request where the limit falls, also within a message', () => {
		const packed = packRequests(sendings('a', 'a', 'a', 'b', 'b', 'c'), limits({ recipients: 2 }));
		expect(shapeOf(packed)).toEqual([['a:0,1'], ['a:2', 'b:3'], ['b:4', 'c:5']]);
	});

	it('does not split a message for the rest of a nearly full request: 11 texts for 1,000 are 11 messages', () => {
		const texts = Array.from({ length: 1000 }, (_, index) => `zone ${index % 11}`);
		const requests = packRequests(sendings(...texts), limits({}));

		expect(requests.map((request) => request.map(({ recipients }) => recipients.length))).toEqual([
			[91, 91, 91, 91, 91],
			[91, 91, 91, 91, 91],
			[90],
		]);
	});

	it.each([
		['a fifth is free: the next one begins a request', 8, [['a:0,1,2,3,4,5,6,7'], ['b:8,9,10']]],
		['more is free: it is split', 7, [['a:0,1,2,3,4,5,6', 'b:7,8,9'], []]],
	])('of a message that does not fit, where %s', (_, first, expected) => {
		const texts = [...Array<string>(first).fill('a'), ...Array<string>(3).fill('b')];

		expect(shapeOf(packRequests(sendings(...texts), limits({ recipients: 10 })))).toEqual(expected.filter((shape) => shape.length > 0));
	});

	it('splits what fits no request', () => {
		const texts = [...Array<string>(9).fill('a'), ...Array<string>(11).fill('b')];

		expect(shapeOf(packRequests(sendings(...texts), limits({ recipients: 10 }))).map((request) => request.length)).toEqual([2, 1]);
	});

	it('puts one message into a request where the protocol takes no more', () => {
		const packed = packRequests(sendings('a', 'b', 'a'), limits({ messages: 1 }));
		expect(shapeOf(packed)).toEqual([['a:0,2'], ['b:1']]);
	});

	it('splits a message that does not fit over several requests', () => {
		const fits = ({ recipients }: Message): boolean => recipients.length <= 2;
		const packed = packRequests(sendings('a', 'a', 'a', 'a', 'a', 'b'), limits({ messages: 1, fits }));
		expect(shapeOf(packed)).toEqual([['a:0,1'], ['a:2,3'], ['a:4'], ['b:5']]);
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 20])('takes %d recipients where so many fit, of 20', (most) => {
		const fits = ({ recipients }: Message): boolean => recipients.length <= most;
		const requests = packRequests(sendings(...Array<string>(20).fill('a')), limits({ messages: 1, fits }));
		const sizes = requests.map(([message]) => message?.recipients.length);
		const rest = 20 % most;
		expect(sizes).toEqual([...Array<number>(Math.floor(20 / most)).fill(most), ...(rest === 0 ? [] : [rest])]);
	});

	it('takes no more recipients than there is room for, though more would fit', () => {
		const fits = ({ recipients }: Message): boolean => recipients.length <= 5;
		const packed = packRequests(sendings('a', 'b', 'b', 'b', 'b', 'b'), limits({ recipients: 3, fits }));
		expect(shapeOf(packed)).toEqual([['a:0', 'b:1,2'], ['b:3,4,5']]);
	});

	it('still sends to one recipient whose message does not fit', () => {
		const packed = packRequests(sendings('a', 'a'), limits({ messages: 1, fits: () => false }));
		expect(shapeOf(packed)).toEqual([['a:0'], ['a:1']]);
	});

	it.each<[string, (index: number) => string, messages: number[]]>([
		['1,000 equal texts', () => 'a', [1, 1]],
		['1,000 different texts', (index) => `text ${index}`, [500, 500]],
		['1,000 texts, two alike each', (index) => `text ${Math.floor(index / 2)}`, [250, 250]],
	])('makes 2 requests of 500 from %s', (_, textOf, messages) => {
		const texts = Array.from({ length: 1000 }, (_unused, index) => textOf(index));
		const requests = packRequests(sendings(...texts), limits({}));
		expect(requests.map((request) => request.length)).toEqual(messages);
		expect(requests.map((request) => request.flatMap(({ recipients }) => recipients).length)).toEqual([500, 500]);
		expect(requests.flat().flatMap(({ recipients }) => recipients.map((one) => one.phone))).toEqual(
			texts.map((_unused, index) => phone(index)),
		);
	});

	it('keeps recipients as they are, whatever else they hold', () => {
		const recipient = { phone: '79000000001', clientMessageId: '111', item: 7 };
		const [[message] = []] = packRequests([{ content: content('a'), recipient }], limits({}));
		expect(message?.recipients[0]).toBe(recipient);
	});

	it('keeps contents apart that differ in anything', () => {
		const viber: Content = { cascade: ['viber', 'sms'], channels: { sms: { text: 'a' }, viber: { text: 'b' } } };
		const contents: Content[] = [
			content('a'),
			viber,
			{ ...viber, cascade: ['sms', 'viber'] },
			{ ...content('a'), campaignName: 'Autumn' },
			{ ...content('a'), sendAt: '2026-12-01 10:30' },
			{ ...content('a'), channels: { sms: { text: 'a', sender: 'MyShop' } } },
		];
		const all = contents.map((one): Sending => ({ content: one, recipient: { phone: phone(0) } }));
		expect(packRequests(all, limits({}))[0]?.map((message) => message.content)).toEqual(contents);
	});
});

describe('limitsOf', () => {
	it.each(['json', 'xml'] as const)('takes any number of messages of any length in %s', (protocol) => {
		const { recipients, messages, fits } = limitsOf(limitsWith(PROTOCOLS[protocol], 100), 500);
		expect({ recipients, messages }).toEqual({ recipients: 500, messages: Infinity });
		expect(fits({ content: content('x'.repeat(5000)), recipients: [{ phone: phone(0) }] })).toBe(true);
	});

	it('takes a GET URL of 2,000 characters and no longer one', () => {
		const message: Message = { content: content('Hi'), recipients: [{ phone: phone(0) }] };
		const { length } = queryOf(PROTOCOLS.get.encodeSend([message]));
		expect(limitsOf(limitsWith(PROTOCOLS.get, 2000 - length), 500).fits(message)).toBe(true);
		expect(limitsOf(limitsWith(PROTOCOLS.get, 2001 - length), 500).fits(message)).toBe(false);
	});

	it('fills GET URLs up to 2,000 characters, credentials included, and no further', () => {
		const overhead = `${BASE_URL}/sendmessage.php?`.length + signedUrlGrowth(PROOF);
		const many = sendings(...Array.from({ length: 1000 }, () => 'Ваш заказ готов'));
		const requests = packRequests(many, limitsOf(limitsWith(PROTOCOLS.get, overhead), 500));
		const lengths = requests.map((messages) => signed(PROTOCOLS.get.encodeSend(messages), PROOF).url.length);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(2000);
		// One phone more, with its comma, would not fit.
		expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThan(2000 - ',79000000000'.length);
		expect(requests.every((messages) => messages.length === 1)).toBe(true);
		expect(requests.flat().flatMap(({ recipients }) => recipients)).toEqual(many.map(({ recipient }) => recipient));
	});
});
