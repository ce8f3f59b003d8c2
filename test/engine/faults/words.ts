import type { Column } from './columns';

/** An expectation, or a result in the same words, taken apart. */
interface Parts {
	readonly letters: string;
	readonly codes: readonly string[];
	readonly strays: number;
	readonly hasFailed: boolean;
	readonly reached: number;
}

type Operation = Column['operation'];

const LETTERS: Readonly<Record<Operation, readonly (readonly [letter: string, words: string])[]>> = {
	send: [
		['A', 'accepted'],
		['P', 'accepted before'],
		['R', 'refused'],
		['N', 'not sent'],
		['U', 'unknown'],
		['X', '**told wrongly**'],
	],
	preview: [
		['C', 'with their cost'],
		['N', 'without their cost'],
		['X', '**told wrongly**'],
	],
	lookUp: [
		['T', 'told'],
		['U', 'not known'],
		['X', '**told wrongly**'],
	],
	stop: [
		['A', 'added'],
		['R', 'refused'],
		['N', 'not done'],
		['U', 'unknown'],
		['X', '**told wrongly**'],
	],
	status: [
		['T', 'told'],
		['O', 'told as `unknown`'],
		['U', 'not known'],
		['X', '**told wrongly**'],
	],
	track: [['T', 'handed over']],
	poll: [
		['T', 'reported'],
		['L', 'reported by the next poll'],
		['W', 'still waiting'],
		['X', '**told wrongly**'],
	],
};

const AS_USUAL: Readonly<Record<Operation, string>> = {
	send: 'AAARA',
	preview: 'CCCCC',
	lookUp: 'TTT',
	stop: 'AAA',
	status: 'TTT',
	track: 'TTT',
	poll: 'TT',
};

/** One result, or several that differ in their codes at most, for a reader. */
export function inWords(operation: Operation, found: readonly string[]): string {
	const all = found.map(partsOf);
	const [first] = all;
	if (first === undefined) return '–';
	const codes = [...new Set(all.flatMap((parts) => parts.codes))];
	const who = first.letters === AS_USUAL[operation] ? 'as usual' : countsOf(operation, first.letters);
	return [
		`${who}${codes.length > 0 ? ` (${codes.map((code) => `\`${code}\``).join(', ')})` : ''}`,
		...(first.strays > 0 ? [counted(first.strays, 'answer for nobody', 'answers for nobody')] : []),
		...(first.hasFailed ? ['the poll fails'] : []),
		first.reached === 0 ? 'never reached' : counted(first.reached, 'request', 'requests'),
	].join(', ');
}

/** Several results of one operation in words: together where they say the same, else each with its name. */
export function together(operation: Operation, named: readonly (readonly [name: string, found: string | undefined])[]): string {
	const groups = new Map<string, { names: string[]; found: string[] }>();
	for (const [name, found] of named) {
		if (found === undefined) continue;
		const key = inWords(operation, [withoutCodes(found)]);
		const group = groups.get(key) ?? { names: [], found: [] };
		groups.set(key, { names: [...group.names, name], found: [...group.found, found] });
	}
	const [only, ...others] = [...groups.values()];
	if (others.length === 0) return inWords(operation, only?.found ?? []);
	return [...groups.values()].map(({ names, found }) => `${names.join(', ')}: ${inWords(operation, found)}`).join('; ');
}

function partsOf(found: string): Parts {
	const [letters = '', ...rest] = found.split(' ');
	const codes = rest.filter((part) => /^[a-z]/i.test(part) && part !== 'failed').flatMap((part) => part.split('/'));
	return {
		letters,
		codes,
		strays: Number(rest.find((part) => part.startsWith('+')) ?? 0),
		hasFailed: rest.includes('failed'),
		reached: Number(rest.find((part) => part.startsWith('×'))?.slice(1) ?? 0),
	};
}

function withoutCodes(found: string): string {
	return found
		.split(' ')
		.filter((part, index) => index === 0 || !/^[a-z]/i.test(part) || part === 'failed')
		.join(' ');
}

function countsOf(operation: Operation, letters: string): string {
	const counts = LETTERS[operation].flatMap(([letter, words]) => {
		const count = letters.split(letter).length - 1;
		return count === 0 ? [] : [{ count, words }];
	});
	const [only, ...others] = counts;
	if (only !== undefined && others.length === 0) return letters.length === 1 ? only.words : `all ${only.words}`;
	return counts.map(({ count, words }) => `${count} ${words}`).join(', ');
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
