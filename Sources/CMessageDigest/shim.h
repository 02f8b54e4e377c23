#pragma once

// The header leaves these to its includer.
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sha256.h>
