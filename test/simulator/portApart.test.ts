import { onPortApart } from '../../simulator/server/portApart';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({});

const refusing = (code: string) => Object.assign(new Error(code), { code });

it('a simulator takes a port that no system hands out by itself', () => {
	expect(simulator.port).toBeGreaterThanOrEqual(10_000);
	expect(simulator.port).toBeLessThan(30_000);
});

it('each time it is another one, and one that is taken is left alone', async () => {
	const tried: number[] = [];
	const port = await onPortApart(async (one) => {
		tried.push(one);
		if (tried.length < 3) throw refusing(tried.length === 1 ? 'EADDRINUSE' : 'EACCES');
		return await Promise.resolve(one);
	});

	expect([new Set(tried).size, tried.at(-1)]).toEqual([3, port]);
	expect(await onPortApart(async (one) => await Promise.resolve(one))).not.toBe(port);
});

it('other trouble is told', async () => {
	await expect(onPortApart(async () => await Promise.reject(refusing('EMFILE')))).rejects.toThrow('EMFILE');
});
