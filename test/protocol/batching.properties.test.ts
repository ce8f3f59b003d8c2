import fc from 'fast-check';

import type { Sending } from '../../nodes/CascadeMessaging/protocol/batching';
import { limitsOf } from '../../nodes/CascadeMessaging/protocol/batching';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Content, Message, Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../nodes/CascadeMessaging/protocol/rules';
import { signedUrlGrowth } from '../../nodes/CascadeMessaging/protocol/signing';
import { anyGetMessage, anyText } from './support/arbitraries';
import { limitsWith } from './support/limits';
import { packRequests } from './support/packRequests';
import { RUNS } from './support/runs';
import { BASE_URL, signed } from './support/signed';

interface Numbered extends Recipient {
	readonly index: number;
}

/** Few texts, so that equal contents meet; each sending brings a content object of its own, or shares one. */
const shared: Content = { cascade: ['sms'], channels: { sms: { text: 'c' } } };
const content = fc.oneof(
	fc.constantFrom('a', 'b', 'c').map((text): Content => ({ cascade: ['sms'], channels: { sms: { text } } })),
	fc.constant(shared),
);
const sendings = fc
	.array(fc.tuple(content, fc.constantFrom('79000000001', '79000000002')), { maxLength: 30 })
	.map((all) => all.map(([one, phone], index): Sending<Numbered> => ({ content: one, recipient: { phone, index } })));

const limits = fc
	.record({
		recipients: fc.integer({ min: 1, max: 8 }),
		messages: fc.constantFrom(1, 2, Infinity),
		most: fc.integer({ min: 0, max: 5 }),
	})
	.map((given) => ({ ...given, fits: ({ recipients }: Message): boolean => recipients.length <= given.most }));

const recipientsOf = (messages: readonly Message<Numbered>[]): Numbered[] => messages.flatMap(({ recipients }) => recipients);
const textOf = (one: Content): string => one.channels.sms?.text ?? '';

it('every recipient is in exactly one request, with its own content', () => {
	fc.assert(
		fc.property(sendings, limits, (all, given) => {
			const packed = packRequests(all, given).flat();
			const indexes = recipientsOf(packed).map(({ index }) => index);
			expect([...indexes].sort((a, b) => a - b)).toEqual(all.map((_, index) => index));
			for (const message of packed) {
				for (const { index } of message.recipients) expect(message.content).toEqual(all[index]?.content);
			}
		}),
		RUNS,
	);
});

it('the limits are kept', () => {
	fc.assert(
		fc.property(sendings, limits, (all, given) => {
			for (const request of packRequests(all, given)) {
				expect(request.length).toBeLessThanOrEqual(given.messages);
				expect(recipientsOf(request).length).toBeLessThanOrEqual(given.recipients);
				for (const message of request) {
					expect(message.recipients.length).toBeGreaterThan(0);
					expect(message.recipients.length === 1 || given.fits(message)).toBe(true);
				}
			}
		}),
		RUNS,
	);
});

it('the order is kept: of contents as they first come, and of the recipients of each', () => {
	fc.assert(
		fc.property(sendings, limits, (all, given) => {
			const packed = packRequests(all, given).flat();
			const texts = [...new Set(all.map((one) => textOf(one.content)))];
			expect([...new Set(packed.map((message) => textOf(message.content)))]).toEqual(texts);
			const inOrder = texts.flatMap((text) => all.filter((one) => textOf(one.content) === text));
			expect(recipientsOf(packed)).toEqual(inOrder.map(({ recipient }) => recipient));
		}),
		RUNS,
	);
});

it('there are no more requests than the limit of recipients asks for, but for a fifth of each that may stay free', () => {
	fc.assert(
		fc.property(sendings, fc.integer({ min: 1, max: 8 }), (all, recipients) => {
			const packed = packRequests(all, { recipients, messages: Infinity, fits: () => true });
			expect(packed.length).toBeGreaterThanOrEqual(Math.ceil(all.length / recipients));
			expect(packed.length).toBeLessThanOrEqual(Math.ceil(all.length / Math.ceil(recipients * 0.8)));
			for (const request of packed) {
				expect(new Set(request.map((message) => textOf(message.content))).size).toBe(request.length);
			}
		}),
		RUNS,
	);
});

it('no signed GET URL of messages that passed the checks has more than 2,000 characters', () => {
	const credentials = fc.record({
		authentication: fc.constant('password' as const),
		login: anyText,
		password: anyText,
	});
	const copies = fc.integer({ min: 1, max: 120 });
	fc.assert(
		fc.property(anyGetMessage, copies, credentials, (message, count, proof) => {
			fc.pre([proof.login, proof.password].every((text) => !/\p{Surrogate}/u.test(text)));
			const limits = limitsWith(PROTOCOLS.get, `${BASE_URL}/sendmessage.php?`.length + signedUrlGrowth(proof));
			const [recipient = { phone: '79000000001' }] = message.recipients;
			fc.pre(checkMessage(message.content, recipient, limits).length === 0);
			const all = Array.from({ length: count }, (): Sending => ({ content: message.content, recipient }));
			const requests = packRequests(all, limitsOf(limits, 500));
			const lengths = requests.map((request) => signed(PROTOCOLS.get.encodeSend(request), proof).url.length);
			expect(Math.max(...lengths)).toBeLessThanOrEqual(2000);
			expect(requests.flat().flatMap(({ recipients }) => recipients)).toHaveLength(count);
		}),
		RUNS,
	);
});
