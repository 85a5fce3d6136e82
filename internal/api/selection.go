package api

// selection is what a Query or Scan asks to see of the items.
type selection struct {
	value      *string // Select
	index      bool    // IndexName is there
	projection bool    // ProjectionExpression is there
	attributes bool    // AttributesToGet is there
}

// selected is how the service words the choice that excludes a list of attributes.
var selected = map[string]string{
	"ALL_ATTRIBUTES":           "ALL_ATTRIBUTES",
	"ALL_PROJECTED_ATTRIBUTES": "ALL_PROJECTED_ATTRIBUTES",
	"COUNT":                    "only the Count",
}

// problem is why Select does not go with the other parameters, or "".
func (s selection) problem() string {
	if s.value == nil {
		return ""
	}
	if choice, excludes := selected[*s.value]; excludes {
		switch {
		case s.projection:
			return textSelectClash + "ProjectionExpression" + textWhenChoosing + choice
		case s.attributes:
			return textSelectClash + "AttributesToGet" + textWhenChoosing + choice
		}
	}
	switch {
	case *s.value == "ALL_PROJECTED_ATTRIBUTES" && !s.index:
		return textOnlyIndex
	case *s.value == "SPECIFIC_ATTRIBUTES" && !s.projection && !s.attributes:
		return textSpecific
	}
	return ""
}
