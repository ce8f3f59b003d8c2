import { LearntMoments } from '../../../nodes/CascadeMessaging/tracking/dataTable/learntMoments';

afterEach(() => {
	jest.restoreAllMocks();
});

it('are later each time, also when the clock stands still or is set back', () => {
	const clock = jest.spyOn(Date, 'now');
	const moments = new LearntMoments();
	const seen = [5, 5, 3, 9].map((now) => {
		clock.mockReturnValue(now);
		return Date.parse(moments.next());
	});

	expect(seen).toEqual([5, 6, 7, 9]);
});
