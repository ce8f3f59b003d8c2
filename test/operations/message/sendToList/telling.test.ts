import type { SendFailure } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { listTelling } from '../../../../nodes/CascadeMessaging/operations/message/sendToList/telling';

const failure = (outcome: SendFailure['outcome']): SendFailure => ({ code: 'notAnswered', outcome, message: 'M.' });
const line = (contactList: string) => ({ item: 0, json: { contactList } });

it.each([
	[['refused'], [], ['No list was sent to in this run.']],
	[['unknown', 'refused'], [], ['1 more failure in this run.', 'No list was surely sent to in this run.']],
	[
		['refused', 'refused', 'refused'],
		['4', '5'],
		[
			'2 more failures in this run.',
			'Sent to before the stop: 4, 5. What was accepted stands in the details under Error data: do not send to these lists again.',
		],
	],
] as [SendFailure['outcome'][], string[], string[]][])('a stop after %j, with %j done', (outcomes, lists, words) => {
	expect(listTelling.describeStop(outcomes.map(failure), lists.map(line))).toEqual(words);
});

it('beside the error stands which list, and which phone', () => {
	expect(listTelling.besideError(failure('refused'))).toEqual({ contactList: null, accepted: false });
	expect(listTelling.besideError({ ...failure('refused'), contactList: '4', phone: '7916' })).toEqual({
		...{ contactList: '4', phone: '7916', accepted: false },
	});
});
