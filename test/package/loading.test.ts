import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import examples from 'libphonenumber-js/examples.mobile.json';

import type { Country } from '../../nodes/CascadeMessaging/protocol';
import { COUNTRIES, toGatewayPhone } from '../../nodes/CascadeMessaging/protocol';

interface Step {
	result: unknown;
	/** The files in dist/shared that had not been loaded before. */
	loaded: string[];
}

/** A mobile number of each country, and numbers of all lengths that are hardly any. */
const phones: [string, Country?][] = [
	...COUNTRIES.map((country): [string, Country] => [examples[country], country]),
	...Array.from({ length: 5000 }, (_, index): [string] => [`+${100_003 * (index + 1) ** 2}`]),
];

const states = (state: string): string => `<response><state id_message="7">${state}</state></response>`;
const answers = [
	states('deliver'),
	states('&#1053;&#1077;&#1090; &amp; &laquo;007&raquo;'),
	`<!DOCTYPE a [<!ENTITY b "c">]>${states('&b;')}`,
];

function steps(): Record<string, Step> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cascade-loading-')));
	try {
		const script = join(__dirname, 'support', 'loading.mjs');
		const given = JSON.stringify({ phones, answers });
		return JSON.parse(execFileSync(process.execPath, [script, folder, given], { encoding: 'utf8' })) as Record<string, Step>;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** What is loaded when, in a process that starts with the package and then uses it, step by step. */
describe('the bundled package', () => {
	const told = steps();

	it('loads no library at the start of n8n', () => {
		const names = ['CascadeMessaging', 'CascadeMessagingReplyTrigger', 'CascadeMessagingTrigger', 'CascadeMessagingApi'];

		expect(told.start).toEqual({ result: names, loaded: ['common.js'] });
	});

	it('loads none for JSON', () => {
		expect(told.json).toEqual({ result: '{"state":[{"id_message":"7"}]}', loaded: [] });
	});

	it('loads the phone library with the first phone', () => {
		expect(told.phone).toEqual({ result: '79000000001', loaded: ['phones.js'] });
	});

	it('reads phones as the whole library does', () => {
		expect(told.phones).toEqual({ result: phones.map(([text, country]) => toGatewayPhone(text, country)), loaded: [] });
	});

	it('loads the XML libraries with the first XML', () => {
		expect(told.xml).toEqual({ result: expect.stringContaining('<id_message>7</id_message>') as unknown, loaded: ['xml.js'] });
	});

	it('reads XML as the whole libraries do, and refuses a document type', () => {
		const state = (text: string): object => ({ states: [expect.objectContaining({ messageId: '7', state: text })] });

		expect(told.answers).toEqual({ result: [state('deliver'), state('Нет & «007»'), 'notXml'], loaded: [] });
	});

	it('loads the library of time zones with the first time', () => {
		expect(told.time).toEqual({ result: '1970-01-01 03:00', loaded: ['times.js'] });
	});
});
