import { affirm, beginWith, hasStem, knownWords, say, wordsIn } from '../../nodes/CascadeMessaging/protocol/words';

describe('the words of a text', () => {
	it.each([
		['Номер в стоп-листе.', ['номер', 'в', 'стоп', 'листе']],
		['  «Ещё» -- 2 раза!', ['еще', '2', 'раза']],
		['client_id_message', ['client', 'id', 'message']],
		['со\u00adобщение \uFF11\uFF12', ['сообщение', '12']],
		['', []],
		[' . ', []],
	])('of %j are %j', (text, words) => {
		expect(wordsIn(text)).toEqual(words);
	});

	it('are those of its first 1,000 characters', () => {
		expect(wordsIn(`${'x'.repeat(999)} y`)).toEqual(['x'.repeat(999)]);
		expect(wordsIn(`${'x'.repeat(998)} yz`)).toEqual(['x'.repeat(998), 'y']);
	});

	it('of a known text may be any word', () => {
		expect(knownWords('Текст * отклонён')).toEqual(['текст', '*', 'отклонен']);
	});
});

describe('words begin with those of a known text', () => {
	it.each([
		['Текст', 'Текст отклонен модератором'],
		['Текст отклонен', 'Текст отклонен'],
		['Текст *', 'Текст SMS'],
		['* отклонен', 'Текст отклонен'],
	])('%s: %s', (known, text) => {
		expect(beginWith(wordsIn(text), knownWords(known))).toBe(true);
	});

	it.each([
		['Текст', 'Тексты'],
		['Текст отклонен', 'Текст'],
		['Текст *', 'Текст'],
		['отклонен', 'Текст отклонен'],
	])('but not %s: %s', (known, text) => {
		expect(beginWith(wordsIn(text), knownWords(known))).toBe(false);
	});
});

it('a word has a stem it begins with', () => {
	expect(hasStem('отправлена', ['доставл', 'отправл'])).toBe(true);
	expect(hasStem('неотправлена', ['отправл'])).toBe(false);
});

describe('words affirm another', () => {
	it.each([
		['уйдет', true],
		['SMS уйдет', true],
		['SMS не уйдет', false],
		['SMS не уйдет, а Viber уйдет', true],
		['не SMS уйдет', true],
		['отправлено', false],
	])('in %s: %s', (text, isAffirmed) => {
		expect(affirm(wordsIn(text), ['уйдет'])).toBe(isAffirmed);
	});
});

describe('words say something of another', () => {
	it.each([
		['будет отправлено', true],
		['будет автоматически и скоро отправлено', true],
		['будет, как только вы заплатите, отправлено', false],
		['будет один два три отправлено', true],
		['будет один два три четыре отправлено', false],
		['не будет отправлено', false],
		['будет не отправлено', false],
		['не будет отправлено, но будет отправлено', true],
		['отправлено будет', false],
		['будет', false],
		['отправлено', false],
	])('in %s: %s', (text, isSaid) => {
		expect(say(wordsIn(text), ['будет'], ['отправл'])).toBe(isSaid);
	});
});
