import { later } from './later';

module.exports = later('recast/main.js');
