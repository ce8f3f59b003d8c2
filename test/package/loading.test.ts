import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Step {
	result: unknown;
	/** The files in dist/shared that had not been loaded before. */
	loaded: string[];
}

function steps(): Record<string, Step> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cascade-loading-')));
	try {
		const script = join(__dirname, 'support', 'loading.mjs');
		return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Record<string, Step>;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** What is loaded when, in a process that starts with the package and then uses it, step by step. */
describe('the bundled package', () => {
	const { start, json, phone, nextPhone, xml, xmlAnswer, time } = steps();

	it('loads no library at the start of n8n', () => {
		expect(start).toEqual({ result: ['CascadeMessaging', 'CascadeMessagingTrigger', 'CascadeMessagingApi'], loaded: ['common.js'] });
	});

	it('loads none for JSON', () => {
		expect(json).toEqual({ result: expect.stringContaining('"7"') as unknown, loaded: [] });
	});

	it('loads the phone library with the first phone, and once', () => {
		expect(phone).toEqual({ result: '79000000001', loaded: ['phones.js'] });
		expect(nextPhone).toEqual({ result: '380442589632', loaded: [] });
	});

	it('loads the XML libraries with the first XML, and once', () => {
		expect(xml).toEqual({ result: expect.stringContaining('<id_message>7</id_message>') as unknown, loaded: ['xml.js'] });
		expect(xmlAnswer).toMatchObject({ result: { states: [{ messageId: '7', state: 'deliver' }] }, loaded: [] });
	});

	it('loads the library of time zones with the first time', () => {
		expect(time).toEqual({ result: '1970-01-01 03:00', loaded: ['times.js'] });
	});
});
