import { inWords, together } from './words';

it.each([
	['send', 'AAARA ×1', 'as usual, 1 request'],
	['send', 'UUUUU timedOut ×2', 'all unknown (`timedOut`), 2 requests'],
	['send', 'AAURA notAnswered +1 ×1', '3 accepted, 1 refused, 1 unknown (`notAnswered`), 1 answer for nobody, 1 request'],
	['send', 'NNNNN connectionRefused ×0', 'all not sent (`connectionRefused`), never reached'],
	['send', 'A ×1', 'accepted, 1 request'],
	['status', 'TUU notAnswered/timedOut ×2', '1 told, 2 not known (`notAnswered`, `timedOut`), 2 requests'],
	['poll', 'TL ×1', '1 reported, 1 reported by the next poll, 1 request'],
	['poll', 'LL failed ×2', 'all reported by the next poll, the poll fails, 2 requests'],
] as const)('of %s, %s is “%s”', (operation, found, words) => {
	expect(inWords(operation, [found])).toBe(words);
});

it('tells protocols together where they differ in their codes at most', () => {
	expect(
		together('send', [
			['JSON', 'UUUUU notJson ×1'],
			['XML', 'UUUUU notXml ×1'],
		]),
	).toBe('all unknown (`notJson`, `notXml`), 1 request');
	expect(
		together('send', [
			['JSON', 'AAARA ×1'],
			['XML', 'AAUUU notAnswered ×1'],
		]),
	).toBe('JSON: as usual, 1 request; XML: 2 accepted, 3 unknown (`notAnswered`), 1 request');
	expect(together('send', [['JSON', undefined]])).toBe('–');
});
