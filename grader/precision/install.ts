/** Importing this module installs double precision. It must stand before any import that loads tfjs. */
import { installDoublePrecision } from './installDoublePrecision';

installDoublePrecision();
