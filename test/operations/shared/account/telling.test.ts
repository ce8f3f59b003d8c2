import type { AccountFailure } from '../../../../nodes/CascadeMessaging/operations/shared/account/failure';
import { askingTelling, changingTelling } from '../../../../nodes/CascadeMessaging/operations/shared/account/telling';

const failures = (...outcomes: NonNullable<AccountFailure['outcome']>[]): AccountFailure[] =>
	outcomes.map((outcome) => ({ code: 'x', message: 'X.', outcome }));
const done = (count: number) => Array.from({ length: count }, () => ({ item: 0, json: {} }));

it.each([
	[failures('refused'), 0, ['No change was surely made in this run.']],
	[failures('refused', 'notDone'), 1, ['1 more change was not made.', '1 change was made, and stands in the details under Error data.']],
	[
		failures('unknown', 'unknown', 'notDone', 'refused'),
		2,
		[
			'2 more changes were not made.',
			'1 more change may have been made.',
			'2 changes were made, and stand in the details under Error data.',
		],
	],
])('a stop of changes is told: %j, %i done', (failed, count, words) => {
	expect(changingTelling.describeStop(failed, done(count))).toEqual([
		...words,
		'The run may safely be repeated: what was done already is not done twice.',
	]);
});

it('beside the error of a change stands whose it is', () => {
	expect(changingTelling.besideError({ code: 'x', message: 'X.' })).toEqual({ phone: null, done: null });
	expect(changingTelling.besideError({ code: 'x', message: 'X.', phone: '7916', contactList: '4' })).toEqual({
		...{ phone: '7916', contactList: '4', done: null },
	});
	expect(changingTelling.fromReading({ code: 'x', message: 'X.' })).toEqual({ code: 'x', message: 'X.', outcome: 'notDone' });
});

it('a stop of questions is told', () => {
	const telling = askingTelling();
	expect(telling.describeStop(failures('refused'), [])).toEqual([]);
	expect(telling.describeStop(failures('refused', 'refused'), done(1))).toEqual([
		'1 more item failed too.',
		'What was learnt stands in the details under Error data.',
	]);
	expect(telling.besideError({ code: 'x', message: 'X.' })).toEqual({});
});
