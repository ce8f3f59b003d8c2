import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FATE_NUMBERS, FATES, FAULTS, QUESTION_TYPES, startSimulator } from '../../simulator';
import { at, keysAt } from './client';

const readmeIn = (...folder: string[]): string => readFileSync(join(__dirname, '..', '..', ...folder, 'README.md'), 'utf8');
const README = readmeIn('simulator');
const lines = README.split('\n');

it.each(FATE_NUMBERS.map(({ digits, fate }) => [digits, fate]))('the README says that %s means %s', (digits, fate) => {
	const number = digits.length === 11 ? digits : `${digits.slice(0, 4)} ${digits.slice(4)} xxxx`;
	expect(lines.filter((line) => line.startsWith(`| ${number} | \`${fate}\` |`))).toHaveLength(1);
});

it('the README tells the story of each fate as the table does', () => {
	for (const { name, about } of FATES) expect(README.replaceAll('`', '')).toContain(`| ${name} | ${about} |`);
});

it('the README names the questions about the account, and its settings with their usual values', async () => {
	for (const type of QUESTION_TYPES) expect(README).toContain(`\`${type}\``);
	const simulator = await startSimulator();
	const state: unknown = await (await fetch(`${simulator.url}/_control/state`)).json();
	await simulator.close();
	const rest = ['timeZone', 'originators'];
	for (const name of keysAt(state, 'account')) {
		const start = `| \`${name}\` | ${rest.includes(name) ? '' : `\`${JSON.stringify(at(state, 'account', name))}\` |`}`;
		expect([name, lines.filter((line) => line.startsWith(start))]).toEqual([name, [expect.any(String)]]);
	}
});

it('the README of the faults lists each of them with what the table says of the messages', () => {
	const rows = readmeIn('simulator', 'faults').split('\n');
	const words = { never: 'never', always: 'always', yes: 'usually', no: 'usually not' };
	for (const { name, accepted } of FAULTS) {
		const row = rows.find((line) => line.startsWith('| ') && line.split('|')[1]?.includes(`\`${name}\``));
		expect([name, row?.split('|')[3]?.trim()]).toEqual([name, words[accepted]]);
	}
});
