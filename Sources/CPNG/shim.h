#pragma once

#include "decode.h"
