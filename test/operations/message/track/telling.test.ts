import type { TrackFailure } from '../../../../nodes/CascadeMessaging/operations/message/track/telling';
import { trackTelling } from '../../../../nodes/CascadeMessaging/operations/message/track/telling';

const failure: TrackFailure = { code: 'messageIdMissing', message: 'Message ID is empty.' };
const NOTHING = 'No message of this run was handed over to the trigger.';

it('speaks of tracking alone', () => {
	expect(trackTelling.fromReading(failure)).toEqual(failure);
	expect(trackTelling.besideError(failure)).toEqual({ messageId: null, tracked: false });
	expect(trackTelling.besideError({ ...failure, messageId: '7' })).toEqual({ messageId: '7', tracked: false });
});

it.each([
	[1, [NOTHING]],
	[2, ['1 more item cannot be read either.', NOTHING]],
	[3, ['2 more items cannot be read either.', NOTHING]],
])('of %d items that cannot be read says %j', (count, words) => {
	expect(
		trackTelling.describeStop(
			Array.from({ length: count }, () => failure),
			[],
		),
	).toEqual(words);
});
