// Package imports asks for packages that there are not.
package imports

import (
	_ "example.invalid/nowhere"
	_ "no/such/package"
)
