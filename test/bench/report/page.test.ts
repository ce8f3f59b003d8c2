import { pageOf } from '../../../bench/report/page';
import { printed } from '../../../bench/report/print';
import type { Results } from '../../../bench/report/results';

const goal = { name: 'Send: time over the floor', value: 2.345, unit: '×', most: 2, met: false, beyond: 1.17 } as const;
const section = {
	title: 'Send',
	about: 'How it was measured.',
	rows: [{ protocol: 'json', items: 100_000, 'µs per item': 12.345 }],
	goals: [goal],
};
const results: Results = {
	...{ date: '2026-12-01T09:00:00.000Z', machine: '2 cores', versions: 'Node.js v24.0.0', command: 'npm run bench -- --write' },
	...{ goals: [goal], sections: [section] },
};

describe('docs/performance.md', () => {
	it('holds date, machine, goals and figures, and says who writes it', () => {
		const page = pageOf(results);

		expect(page).toMatch(/^# Performance\n\nWritten by `npm run bench -- --write` on 2026-12-01\./);
		expect(page).toContain('| Machine | 2 cores |\n');
		expect(page).toContain(
			'| what | measured | goal | met |\n| --- | --- | --- | --- |\n| Send: time over the floor | 2.35 × | at most 2 × | no |\n',
		);
		expect(pageOf({ ...results, goals: [{ ...goal, reached: 2.2 }] })).toContain('| at most 2 × | no; CI holds it to 2.20 × |\n');
		expect(page).toContain(
			'## Send\n\nHow it was measured.\n\n| protocol | items | µs per item |\n| --- | ---: | ---: |\n| json | 100,000 | 12.3 |\n',
		);
		expect(page.endsWith('|\n')).toBe(true);
	});
});

describe('the tables on the screen', () => {
	it('hold the same', () => {
		const rows = printed(results)
			.split('\n')
			.map((line) => line.split('│').map((cell) => cell.trim()));

		expect(rows).toContainEqual(['', 'json', '100,000', '12.3', '']);
		expect(rows).toContainEqual(['', 'Send: time over the floor', '2.35 ×', 'at most 2 ×', 'no', '']);
	});
});
