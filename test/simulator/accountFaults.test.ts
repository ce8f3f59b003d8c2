import { KNOWN_WORDS } from '../../simulator';
import { askAccount, at, parse, phones, postAccountText, postJson, SMS } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({ account: { stopList: ['79160000001', '79160000002'], balance: 356.1 } });

const ASKED = { phones: ['79160000001', '79210000001'] };
const FIRST = { phone: '79160000001', operator: 'МТС', region: 'Москва и Московская область', time_zone: '0' };

it('a fault of the operation "account" strikes questions about it, and nothing else', async () => {
	simulator.faults.set({ fault: 'blocked-refusal', operation: 'account' });
	expect(await askAccount(simulator.url, 'time')).toEqual({ error: KNOWN_WORDS.accountBlocked });
	expect(await postJson(simulator.url, { message: [{ ...SMS, phones: phones('79000000001') }] })).toHaveProperty('message');
	expect(await postJson(simulator.url, { state: [{ id_message: '1' }] })).toHaveProperty('state');
	expect(simulator.faults.list()).toMatchObject([{ seen: 1, hits: 1 }]);
});

it.each(['send', 'state'] as const)('a fault of the operation "%s" leaves them alone', async (operation) => {
	simulator.faults.set({ fault: 'status-500', operation });
	expect(await askAccount(simulator.url, 'time')).toHaveProperty('time');
});

it.each<[string, string, unknown]>([
	['missing-recipients', 'the last record is missing', [FIRST]],
	['doubled-recipients', 'the first record stands there twice', [FIRST, FIRST, expect.objectContaining({ phone: '79210000001' })]],
	['reordered-recipients', 'they stand in reverse order', [expect.objectContaining({ phone: '79210000001' }), FIRST]],
	['extra-recipients', 'a stranger', [FIRST, expect.anything(), { ...FIRST, phone: '79999999999' }]],
	['ids-as-numbers', 'numbers are numbers', [{ ...FIRST, phone: 79160000001, time_zone: 0 }, expect.anything()]],
	['extra-fields', 'fields nobody knows', [expect.objectContaining({ ...FIRST, extra_code: '7' }), expect.anything()]],
])('%s in an answer about phones: %s', async (fault, _, expected) => {
	simulator.faults.set({ fault });
	expect(at(await askAccount(simulator.url, 'def', ASKED), 'phones')).toEqual(expected);
});

it('a value that stands alone is changed like one of a record', async () => {
	simulator.faults.set({ fault: 'ids-as-numbers', nth: 1 });
	simulator.faults.set({ fault: 'extra-fields', nth: 2 });
	const ask = async (): Promise<unknown> => await askAccount(simulator.url, 'list_scheduled', { page: '1' });
	expect([await ask(), await ask()]).toEqual([
		{ page: 1, num_pages: 0, scheduled: [] },
		{ page: '1', num_pages: '0', scheduled: [], extra_code: '7', extra_note: 'новое поле' },
	]);
});

it('a text may stand where a list or a record should', async () => {
	simulator.faults.set({ fault: 'text-for-list' });
	expect(await askAccount(simulator.url, 'def', ASKED)).toMatchObject({ phones: 'Внутренняя ошибка', money: 'Внутренняя ошибка' });
});

it('a record that stands alone is changed too, and never lost', async () => {
	simulator.faults.set({ fault: 'ids-as-numbers', nth: 1 });
	simulator.faults.set({ fault: 'missing-recipients', nth: 2 });
	expect(await askAccount(simulator.url, 'balance')).toMatchObject({ money: { currency: 'RUR', value: 356.1 } });
	expect(await askAccount(simulator.url, 'balance')).toMatchObject({ money: { currency: 'RUR', value: '356.1' } });
});

it('a list of one may come as an object, and an error of "0" beside everything', async () => {
	simulator.faults.set({ fault: 'single-objects', nth: 1 });
	simulator.faults.set({ fault: 'error-zero-text', nth: 2 });
	expect(await askAccount(simulator.url, 'def', { phones: ['79160000001'] })).toEqual({ phones: FIRST });
	expect(await askAccount(simulator.url, 'def', { phones: ['79160000001'] })).toEqual({ error: '0', phones: [{ ...FIRST, error: '0' }] });
});

it('what is asked for is done before a fault in the answer, and not before one in its place', async () => {
	simulator.faults.set({ fault: 'cut', nth: 1 });
	simulator.faults.set({ fault: 'status-500', nth: 2 });
	const body = (phone: string): string =>
		JSON.stringify({ security: { login: 'demo', password: 'demo-password' }, type: 'stop', add_stop: [phone] });
	const cut = await postAccountText(simulator.url, body('79000000001'));
	expect(() => parse(cut)).toThrow(SyntaxError);
	await postAccountText(simulator.url, body('79000000002'));
	expect([...simulator.account.stopList]).toEqual(['79160000001', '79160000002', '79000000001']);
});

it('a list of texts stays as it is', async () => {
	simulator.faults.set({ fault: 'doubled-recipients' });
	expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: ['79160000001', '79160000002'] });
});
