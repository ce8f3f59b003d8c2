import type { InputOf, QuestionName } from '../../../nodes/CascadeMessaging/protocol/account/questions';
import { isLongRun, share } from '../../support/longRun';
import { growthOf, LINEAR } from '../support/growth';
import { HOSTILE_ANSWERS } from '../support/hostileTexts';
import { EXAMPLES } from './support/anyAccountAnswer';
import type { Told } from './support/reading';
import { readTo } from './support/reading';

const read = (name: QuestionName, answer: unknown, input: object = EXAMPLES[name].input): unknown =>
	readTo(name, answer, input as InputOf<QuestionName>);

const NAMES = Object.keys(EXAMPLES) as QuestionName[];

it.each(share(HOSTILE_ANSWERS, 4, 1))('hostile answers take linear time: %s', (_, family) => {
	const growth = growthOf((length) => {
		const text = family(length);
		return () => read('changeStopList', text);
	});
	expect(growth).toBeLessThan(LINEAR);
});

describe.each(NAMES)('a long answer takes linear time: %s', (name) => {
	/** The documented answer with its last list made long. */
	const long = (count: number): string =>
		JSON.stringify(EXAMPLES[name].answer).replace(/\[(\{[^[]*\}|"[^[]*")\]/, (_, one: string) => `[${`${one},`.repeat(count)}${one}]`);

	it('of the same records', () => {
		expect(growthOf((count) => bind(name, long(count)), { start: 100, most: isLongRun ? 10_000 : 2000 })).toBeLessThan(LINEAR);
	});

	it('that breaks off', () => {
		expect(growthOf((count) => bind(name, long(count).slice(0, -2)), { start: 100, most: isLongRun ? 10_000 : 2000 })).toBeLessThan(LINEAR);
	});
});

const bind = (name: QuestionName, answer: string) => (): unknown => read(name, answer);

it('many changes with as many answers take linear time, also of the same phone', () => {
	for (const phoneAt of [(index: number) => String(79_000_000_000 + index), () => '79000000001']) {
		const growth = growthOf(
			(count) => {
				const phones = Array.from({ length: count }, (_, index) => phoneAt(index));
				const answer = JSON.stringify({ phones: phones.map((phone) => ({ phone, action: 'add' })) });
				return () => read('changeStopList', answer, { changes: phones.map((phone) => ({ phone, action: 'add' })) });
			},
			{ start: 100, most: 2000 },
		);
		expect(growth).toBeLessThan(LINEAR);
	}
});

it.each([
	['brackets', '['.repeat(100_000)],
	['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
	['objects', '{"phones":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
	['a list of objects', `{"phones":[${'{"phone":'.repeat(100_000)}1${'}'.repeat(100_000)}]}`],
	['an error', `{"error":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
])('an answer nested 100,000 deep is read or told why not: %s', (_, text) => {
	for (const name of NAMES) expect(['notUnderstood', 'notOffered']).toContain((read(name, text) as Told).code);
});
