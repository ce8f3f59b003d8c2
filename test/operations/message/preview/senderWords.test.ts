import type { Described } from '../../../../nodes/CascadeMessaging/operations/message/preview/describeContent';
import { findingsOf, senderWords } from '../../../../nodes/CascadeMessaging/operations/message/preview/senderWords';

const described = (sender: string, senderState: string | null): Described => ({
	...{ sendAt: null, campaignName: null, parts: 1 },
	cascade: [
		{ channel: 'viber', sender },
		{ channel: 'sms', sender, senderState },
	],
});
const known = { stateOf: () => null };

it('each sender that may not be used is told once, and why', () => {
	const all = [
		described('MyShop', 'usable'),
		described('Casino', 'rejected'),
		described('Casino', 'rejected'),
		described('New', 'waiting'),
	];
	const findings = findingsOf([...all, described('X', 'notRegistered'), described('Odd', null)], known);

	expect(findings).toEqual({
		unusable: [
			{ sender: 'Casino', state: 'rejected' },
			{ sender: 'New', state: 'waiting' },
			{ sender: 'X', state: 'notRegistered' },
		],
	});
	expect(senderWords(findings)).toBe(' May not be used as sender: Casino (rejected), New (not approved yet), X (not registered).');
});

it('nothing is said where all may be used', () => {
	expect(senderWords(findingsOf([described('MyShop', 'usable')], known))).toBe('');
});

it('why they were not checked is said', () => {
	const problem = { code: 'notOffered', message: 'Your operator does not offer this.' };
	const findings = findingsOf([described('MyShop', null)], { ...known, problem });

	expect(findings).toEqual({ unusable: [], problem });
	expect(senderWords(findings)).toBe(' The senders were not checked. Your operator does not offer this.');
});
