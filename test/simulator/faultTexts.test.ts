import { FAULTS, WORDS } from '../../simulator';
import { at, parse, postJson, postJsonText } from './client';
import { PROTOCOLS, rightAnswer, send, sendUnder } from './messClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

describe('inside the texts', () => {
	it.each([
		['raw-ampersand', ' A&B & C'],
		['html-entity', '&nbsp;– нет'],
		['raw-less-than', ' < 5 < 7'],
		['raw-line-break', '\r\nвторая строка\tс табуляцией'],
		['bad-escape', " \\'да\\' \\x41"],
		['unescaped-quote', ' "в" стоп-листе'],
	])('%s stands as it is in a refusal', async (fault, mess) => {
		for (const protocol of PROTOCOLS) {
			expect(await sendUnder(simulator, { fault }, protocol)).toContain(WORDS.stopList + mess);
			simulator.reset();
		}
	});

	it('stands in state records whose ID fits, and in no other', async () => {
		await send(simulator, 'json');
		simulator.faults.set({ fault: 'raw-ampersand', every: 2 });
		const ids = ['1179038981', '1179038982', '1179038983'];
		const answer = await postJson(simulator.url, { state: ids.map((id) => ({ id_message: id })) });
		expect([0, 1, 2].map((index) => at(answer, 'state', index, 'extra_note'))).toEqual([undefined, 'примечание A&B & C', undefined]);
	});
});

describe('one bad record among many', () => {
	it.each(['spoilt-record', 'open-record'])('%s: every third by its ID, so that halves find it', async (fault) => {
		await send(simulator, 'json');
		simulator.faults.set({ fault });
		const ask = async (...ids: string[]): Promise<string> =>
			await postJsonText(
				simulator.url,
				JSON.stringify({ login: 'demo', password: 'demo-password', state: ids.map((id) => ({ id_message: id })) }),
			);
		const isWhole = async (...ids: string[]): Promise<boolean> => {
			const text = await ask(...ids);
			try {
				return parse(text) !== null;
			} catch {
				return false;
			}
		};
		expect(await isWhole('1179038981', '1179038982', '1179038983')).toBe(false);
		expect([await isWhole('1179038981'), await isWhole('1179038982'), await isWhole('1179038983')]).toEqual([true, false, true]);
	});

	it.each(['spoilt-record', 'open-record'])('%s: the ID itself stands there, over JSON and XML; GET is left alone', async (fault) => {
		expect(await sendUnder(simulator, { fault }, 'json')).toContain('"id_message":"1179038982"');
		simulator.reset();
		const xml = await sendUnder(simulator, { fault }, 'xml');
		expect(xml).toContain('id_message="1179038982"');
		expect(xml.split('</information>')).toHaveLength(fault === 'open-record' ? 4 : 5);
		simulator.reset();
		const whole = await rightAnswer(simulator, 'get');
		expect(await sendUnder(simulator, { fault }, 'get')).toBe(whole);
	});
});

it('every fault that changes an answer leaves nothing of its mark behind', async () => {
	for (const { name } of FAULTS.filter(({ stage }) => stage === 'reply' || stage === 'answer')) {
		for (const protocol of PROTOCOLS) {
			simulator.reset();
			simulator.faults.set({ fault: name, operation: 'send' });
			expect(await send(simulator, protocol).catch(() => '')).not.toContain('\ue000');
		}
	}
});
