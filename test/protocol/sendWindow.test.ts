import { CascadeError } from '../../nodes/CascadeMessaging/protocol/errors';
import type { WrittenWindow } from '../../nodes/CascadeMessaging/protocol/sendWindow';
import { readSendWindow, SendWindowError } from '../../nodes/CascadeMessaging/protocol/sendWindow';

const window = (changed: Partial<WrittenWindow> = {}): WrittenWindow => ({ from: '09:00', to: '21:00', days: ['monday'], ...changed });

function errorOf(written: WrittenWindow): unknown {
	try {
		return readSendWindow(written);
	} catch (error) {
		return error;
	}
}

describe('readSendWindow', () => {
	it.each([
		['09:00', '21:00', 540, 720],
		['9:00', '9:01', 540, 1],
		[' 9:30 ', '10:00\n', 570, 30],
		['00:00', '24:00', 0, 1440],
		['0:00', '23:59', 0, 1439],
		['23:59', '24:00', 1439, 1],
		['22:00', '06:00', 1320, 480],
		['22:00', '0:00', 1320, 120],
		['22:00', '24:00', 1320, 120],
		['10:00', '9:59', 600, 1439],
	])('reads %j to %j', (from, to, opens, length) => {
		expect(readSendWindow(window({ from, to }))).toEqual({ from: opens, length, days: new Set([1]) });
	});

	it.each<[unknown, number[]]>([
		[
			['monday', 'Tuesday', 'WEDNESDAY', 'thu', 'Fri', ' sat ', 'sund'],
			[1, 2, 3, 4, 5, 6, 7],
		],
		[
			[1, 7],
			[1, 7],
		],
		[
			['1', '7'],
			[1, 7],
		],
		[0, [7]],
		['0', [7]],
		['mon, tue;sun', [1, 2, 7]],
		['sat\nsun', [6, 7]],
		[['sun', 7, 0, 'sunday'], [7]],
	])('reads the days %j', (days, weekdays) => {
		expect(readSendWindow(window({ days })).days).toEqual(new Set(weekdays));
	});

	const FROM = 'From of the send window must be a time from 00:00 to 23:59, such as 09:00, but it is';
	const TO = 'To of the send window must be a time from 00:00 to 24:00, such as 21:00, but it is';

	it.each<[Partial<WrittenWindow>, 'From' | 'To', string]>([
		[{ from: '' }, 'From', `${FROM} empty.`],
		[{ from: undefined }, 'From', `${FROM} missing.`],
		[{ from: 9 }, 'From', `${FROM} the number 9.`],
		[{ from: ['09:00'] }, 'From', `${FROM} no text.`],
		[{ from: '9' }, 'From', `${FROM} "9".`],
		[{ from: '9am' }, 'From', `${FROM} "9am".`],
		[{ from: '09:60' }, 'From', `${FROM} "09:60".`],
		[{ from: '24:00' }, 'From', `${FROM} "24:00".`],
		[{ from: '-1:00' }, 'From', `${FROM} "-1:00".`],
		[{ from: '009:00' }, 'From', `${FROM} "009:00".`],
		[{ from: '09:00:00' }, 'From', `${FROM} "09:00:00".`],
		[{ from: '٠٩:٠٠' }, 'From', `${FROM} "٠٩:٠٠".`],
		[{ to: '24:01' }, 'To', `${TO} "24:01".`],
		[{ to: '25:00' }, 'To', `${TO} "25:00".`],
		[{ to: null }, 'To', `${TO} missing.`],
		[{ to: 'x'.repeat(50) }, 'To', `${TO} "${'x'.repeat(40)}…".`],
	])('refuses %j', (changed, field, message) => {
		expect(errorOf(window(changed))).toMatchObject({ name: 'SendWindowError', code: 'windowTimeInvalid', field, message });
	});

	it.each(['09:00', '9:00'])('refuses a window from 09:00 to %s, which never opens', (to) => {
		expect(errorOf(window({ to }))).toMatchObject({
			code: 'windowNeverOpens',
			field: 'To',
			message: 'From and To are both 09:00, so the send window never opens. For whole days give 00:00 and 24:00.',
		});
	});

	it.each([[[]], [''], [' , '], [undefined], [null], [['']]])('refuses the days %j: none', (days) => {
		expect(errorOf(window({ days }))).toMatchObject({
			code: 'windowDayMissing',
			field: 'Days',
			message: 'The send window has no day on which it opens; choose one or more.',
		});
	});

	it.each([
		[['mon', 'funday'], '"funday"'],
		['mo', '"mo"'],
		['mondays', '"mondays"'],
		['mon-fri', '"mon-fri"'],
		[8, 'the number 8'],
		[-1, 'the number -1'],
		[1.5, 'the number 1.5'],
		[NaN, 'the number NaN'],
		[[1, '10'], '"10"'],
		[[null], 'missing'],
		[{ monday: true }, 'no text'],
		[[['mon']], 'no text'],
	])('refuses the days %j', (days, shown) => {
		expect(errorOf(window({ days }))).toMatchObject({
			code: 'windowDayInvalid',
			field: 'Days',
			message: `Days of the send window must be weekdays, such as Monday or mon, or numbers from 1 (Monday) to 7 (Sunday), but one is ${shown}.`,
		});
	});

	it("refuses with an error of this package's family", () => {
		expect(errorOf(window({ days: [] }))).toBeInstanceOf(SendWindowError);
		expect(errorOf(window({ days: [] }))).toBeInstanceOf(CascadeError);
	});
});
