import { notChanged, notLearnt } from '../../../../nodes/CascadeMessaging/operations/shared/account/failure';
import type { ReplyTrouble } from '../../../../nodes/CascadeMessaging/transport/accountReply';

const trouble = (changes: Partial<ReplyTrouble>): ReplyTrouble => ({
	code: 'refusedByGateway',
	message: 'The gateway refused the question: no',
	mayHaveArrived: false,
	...changes,
});

it('what was asked in vain is told with its code', () => {
	expect(notLearnt('The balance is not known.', trouble({ code: 'notOffered', message: 'Not offered.' }))).toEqual({
		code: 'notOffered',
		message: 'The balance is not known. Not offered.',
	});
});

it('a reason that is known comes with advice', () => {
	expect(notLearnt('The balance is not known.', trouble({ reason: 'access' }))).toEqual({
		code: 'refusedByGateway',
		reason: 'access',
		message:
			'The balance is not known. The gateway refused the question: no. Open the credential, correct login and password or the token, and try again.',
	});
});

it.each<[Partial<ReplyTrouble>, string, string]>([
	[{}, 'refused', '7916 was not saved. The gateway refused the question: no'],
	[{ code: 'notOffered' }, 'notDone', '7916 was not saved. The gateway refused the question: no'],
	[{ code: 'unreachable', message: 'Away.' }, 'notDone', '7916 was not saved. Away.'],
	[{ code: 'timedOut', message: 'Late.', mayHaveArrived: true }, 'unknown', '7916 may have been saved. Late.'],
	[{ mayHaveArrived: true }, 'unknown', '7916 may have been saved. The gateway refused the question: no'],
] as never)('%j leaves a change %s', (changes, outcome, message) => {
	expect(notChanged('7916', 'saved', trouble(changes))).toMatchObject({ outcome, message });
});
