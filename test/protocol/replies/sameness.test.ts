import type { Reply } from '../../../nodes/CascadeMessaging/protocol/replies/reply';
import { fingerprintOf, isSameSecret } from '../../../nodes/CascadeMessaging/protocol/replies/sameness';
import { READ } from './support';

describe('fingerprintOf', () => {
	it('is the same for the same ID, moment and text', () => {
		expect(fingerprintOf({ ...READ, sender: null, phone: '1' })).toBe(fingerprintOf(READ));
	});

	it.each<Partial<Reply>>([{ messageId: '1' }, { repliedAt: '2023-01-01T09:00:01.000Z' }, { text: 'call me' }, { text: '' }])(
		'differs where one of them does: %j',
		(change) => {
			expect(fingerprintOf({ ...READ, ...change })).not.toBe(fingerprintOf(READ));
		},
	);

	it('is short whatever was written, and shows nothing of it', () => {
		expect(fingerprintOf({ ...READ, text: 'x'.repeat(10_000) })).toHaveLength(44);
	});
});

it.each([
	['secret', 'secret', true],
	['secret', 'secreT', false],
	['secret', 'secret1', false],
	['secret', '', false],
	['ключ', 'ключ', true],
])('isSameSecret(%j, %j) is %j', (one, other, same) => {
	expect(isSameSecret(one, other)).toBe(same);
});
