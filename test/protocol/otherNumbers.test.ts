import { isOtherNumber } from '../../nodes/CascadeMessaging/protocol/otherNumbers';

describe('isOtherNumber', () => {
	it.each([
		['the code of an article', '4006381333931'],
		['the code of an article', '4601234567893'],
		['the code of an article', '5901234123457'],
		['the tax number of a person', '500100732259'],
		['the tax number of a person', '380441802102'],
	])('knows %s by its check digits: %s', (_, digits) => {
		expect(isOtherNumber(digits)).toBe(true);
	});

	it.each([
		'',
		'4006381333932',
		'4006381333391',
		'500100732258',
		'500100732249',
		'500100732266',
		'5001007322591',
		'50010073225',
		'380442589632',
		'79000000001',
		'0000000',
		'40063813339310',
	])('does not take %s for one', (digits) => {
		expect(isOtherNumber(digits)).toBe(false);
	});

	it('notices every wrong digit of a tax number', () => {
		const right = '500100732259';
		const wrong = Array.from(right, (digit, at) => `${right.slice(0, at)}${(Number(digit) + 1) % 10}${right.slice(at + 1)}`);
		expect(wrong.filter(isOtherNumber)).toEqual([]);
	});
});
