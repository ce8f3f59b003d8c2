import { inTime } from '../../nodes/CascadeMessaging/transport/inTime';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const late = (): string => 'late';

it('gives what comes in time, and puts its clock away', async () => {
	expect(await inTime(Promise.resolve('here'), 1000, late)).toBe('here');
	expect(jest.getTimerCount()).toBe(0);
});

it('gives something else when it takes too long', async () => {
	const given = inTime(new Promise<string>(() => undefined), 1000, late);
	await jest.advanceTimersByTimeAsync(999);
	expect(jest.getTimerCount()).toBe(1);
	await jest.advanceTimersByTimeAsync(1);

	expect(await given).toBe('late');
});

it('throws what is thrown in time', async () => {
	await expect(inTime(Promise.reject(new Error('broken')), 1000, late)).rejects.toThrow('broken');
	expect(jest.getTimerCount()).toBe(0);
});
