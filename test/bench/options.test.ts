import { readOptions } from '../../bench/options';

const read = (...args: string[]): ReturnType<typeof readOptions> => readOptions(['node', 'bench', ...args]);

describe('the command line of the bench', () => {
	it('measures all sizes and all parts unless told otherwise', () => {
		expect(read()).toEqual({
			...{
				sizes: [1000, 10_000, 100_000],
				repeats: 3,
				waiting: 100_000,
				ways: ['one text', 'simple', 'needs n8n'],
				parts: ['send', 'trigger', 'codecs', 'loading'],
			},
			...{ small: false, n8n: false, json: false, write: false },
		});
	});

	it('takes sizes in any order, and parts by name', () => {
		expect(read('--sizes', '5000,100', '--parts', 'codecs', 'loading')).toMatchObject({ sizes: [100, 5000], parts: ['codecs', 'loading'] });
	});

	it('measures little when it is to be small', () => {
		expect(read('--small')).toMatchObject({ small: true, sizes: [10_000], ways: ['one text', 'simple'], waiting: 5000 });
	});
});
