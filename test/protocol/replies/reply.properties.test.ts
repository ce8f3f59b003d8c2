import fc from 'fast-check';

import { readReply } from '../../../nodes/CascadeMessaging/protocol/replies/reply';
import { everyPlane } from '../support/arbitraries';
import { RUNS } from '../support/runs';
import { posted } from './support';

const second = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const secondsOf = (date: Date): string => date.toISOString().slice(0, 19);

it('what a subscriber writes comes out as it was written, with ID, phone and moment', () => {
	fc.assert(
		fc.property(
			fc.bigInt({ min: 1n, max: 10n ** 30n }),
			fc.integer({ min: 10_000, max: 10 ** 15 - 1 }),
			everyPlane.map((text) => `x${text}`),
			second,
			(id, phone, text, date) => {
				const document = posted(
					{ message_id: String(id), timestamp: secondsOf(date).replace('T', ' ') },
					{ recipient: { phone } },
					{ text },
				);
				expect(readReply(JSON.stringify(document))).toEqual({
					reply: { messageId: String(id), phone: String(phone), text, sender: 'TEST', repliedAt: `${secondsOf(date)}.000Z` },
				});
			},
		),
		RUNS,
	);
});

it('whatever is posted, a reply that is read has all it must have, and a refusal repeats nothing of it', () => {
	const documents = fc.oneof(
		everyPlane,
		fc.json(),
		fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue()).map((changes) => {
			const [one, two, three] = changes.map((change) => (typeof change === 'object' && change !== null ? change : { message_id: change }));
			return JSON.stringify(posted(one, two, three));
		}),
	);
	fc.assert(
		fc.property(documents, (body) => {
			const read = readReply(body);
			if ('refusal' in read) {
				expect(read.refusal.message).toMatch(
					/^(?:The body is (?:empty|not JSON|not one object)|[\w.]+ is (?:no text|missing, or not as documented))\.$/,
				);
			} else {
				expect(read.reply.messageId).toMatch(/^\d{1,64}$/);
				expect(read.reply.phone).toMatch(/^[1-9]\d{4,14}$/);
				expect(new Date(read.reply.repliedAt).toISOString()).toBe(read.reply.repliedAt);
				expect(read.reply.text).not.toBe('');
			}
		}),
		RUNS,
	);
});

it('a body that is cut off is never read as a reply', () => {
	const whole = JSON.stringify(posted());
	for (let length = 0; length < whole.length; length++) expect(readReply(whole.slice(0, length))).toHaveProperty('refusal');
});
