import { offsetText } from '../../../nodes/CascadeMessaging/operations/phone/offsetText';

it.each([
	[0, '+00:00'],
	[3, '+03:00'],
	[5.5, '+05:30'],
	[5.75, '+05:45'],
	[14, '+14:00'],
	[-3.5, '-03:30'],
	[-12, '-12:00'],
])('%d hours are %s', (hours, text) => {
	expect(offsetText(hours)).toBe(text);
});
