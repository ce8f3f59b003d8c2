import { momentReader } from '../../nodes/CascadeMessaging/tracking/moments';

it('reads moments, whichever it read before', () => {
	const momentOf = momentReader();
	const moments = ['2026-12-01T09:00:00.000Z', '2026-12-01T09:00:00.000Z', '2026-12-01T09:00:00.001Z', '2026-12-01T09:00:00.000Z'];

	expect(moments.map(momentOf)).toEqual(moments.map((text) => Date.parse(text)));
});

it('gives no moment for a text that is none', () => {
	const momentOf = momentReader();

	expect(['', 'soon', 'soon', ''].map(momentOf)).toEqual([NaN, NaN, NaN, NaN]);
});
