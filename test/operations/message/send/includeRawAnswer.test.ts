import { includeRawAnswerField, readIncludeRawAnswer } from '../../../../nodes/CascadeMessaging/operations/message/send/includeRawAnswer';

it('is left out where it is not asked for, as the interface says', () => {
	expect(readIncludeRawAnswer({})).toBe(false);
	expect(includeRawAnswerField).toMatchObject({ name: 'includeRawAnswer', default: false });
});

it.each([
	[true, true],
	['yes', true],
	[false, false],
	['no', false],
])('%j means %s', (includeRawAnswer, isIncluded) => {
	expect(readIncludeRawAnswer({ includeRawAnswer })).toBe(isIncluded);
});
