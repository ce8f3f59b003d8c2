export { getBalance } from './getBalance';
export { getSenders } from './getSenders';
