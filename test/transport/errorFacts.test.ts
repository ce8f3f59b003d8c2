import { factsOf } from '../../nodes/CascadeMessaging/transport/errorFacts';

const nested = (depth: number): unknown => (depth === 0 ? { code: 'DEEPEST' } : { cause: nested(depth - 1) });

it('along a chain of causes all codes and words are told, the outermost first', () => {
	const error = {
		name: 'NodeApiError',
		message: 'The connection timed out',
		cause: { name: 'Error', code: 'ETIMEDOUT', cause: { code: 'OUTER', message: 'deep' } },
	};

	expect(factsOf(error)).toEqual([{ codes: ['ETIMEDOUT', 'OUTER'], words: '\nNodeApiError\nThe connection timed out\nError\ndeep' }]);
});

it('the innermost call of the system counts', () => {
	expect(factsOf({ syscall: 'read', cause: { syscall: 'connect' } })).toEqual([{ codes: [], syscall: 'connect', words: '' }]);
	expect(factsOf({ syscall: 'read', cause: { syscall: '' } })).toEqual([{ codes: [], syscall: 'read', words: '' }]);
	expect(factsOf({ cause: { syscall: 5 } })).toStrictEqual([{ codes: [], words: '' }]);
});

it('a code may stand where n8n keeps HTTP statuses', () => {
	expect(factsOf({ code: 'OUTER', httpCode: 'ECONNREFUSED' })).toEqual([{ codes: ['OUTER', 'ECONNREFUSED'], words: '' }]);
	expect(factsOf({ code: 5, httpCode: 404 })).toEqual([{ codes: [], words: '' }]);
});

it('several addresses that were tried are told one by one, each with what is said of all', () => {
	const error = {
		code: 'ALL',
		errors: [
			{ code: 'ONE', syscall: 'connect' },
			{ code: 'TWO', cause: { code: 'DEEP' } },
		],
		cause: { code: 'NOT_READ' },
	};

	expect(factsOf(error)).toEqual([
		{ codes: ['ALL', 'ONE'], syscall: 'connect', words: '' },
		{ codes: ['ALL', 'TWO', 'DEEP'], words: '' },
	]);
	expect(factsOf({ code: 'ALL', errors: [], cause: { code: 'CAUSE' } })).toEqual([{ codes: ['ALL', 'CAUSE'], words: '' }]);
	expect(factsOf({ code: 'ALL', errors: 'none' })).toEqual([{ codes: ['ALL'], words: '' }]);
});

it('long words are cut', () => {
	expect(factsOf({ message: 'a'.repeat(501) })).toEqual([{ codes: [], words: `\n${'a'.repeat(500)}` }]);
});

it('six links of a chain are read', () => {
	expect(factsOf(nested(5))).toMatchObject([{ codes: ['DEEPEST'] }]);
	expect(factsOf(nested(6))).toMatchObject([{ codes: [] }]);
});

it('addresses within addresses are not followed without end', () => {
	const endless: { code: string; errors: unknown[] } = { code: 'X', errors: [] };
	endless.errors.push(endless);

	expect(factsOf(endless)).toEqual([{ codes: Array(6).fill('X'), words: '' }]);
});

it.each([undefined, null, 'text', []])('of %j nothing is known', (error) => {
	expect(factsOf(error)).toEqual([{ codes: [], words: '' }]);
});
